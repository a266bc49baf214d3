import pg from 'pg'
import { Problem } from '@/lib/cli/problem'
import { databaseUrl, verifyHistory } from './check'
import type { Acknowledged } from './writers'

/** SQL: what stands on the assignment $1 by its kind and by what the writers know of it, and how many events tell of it. */
const standing = `
  with told as (
    select e.kind, e.body::jsonb -> 'after' as after from events e where e.subject_type = 'assignment' and e.subject_id = $1)
  select 'report' as kind, p.id::text as is, (
      select count(*)::int from told t where t.kind = 'assignment.reported' and t.after #>> '{report,id}' = p.id::text) as events
    from progress_reports p where p.assignment_id = $1
  union all
  select 'request', c.id::text, (
      select count(*)::int from told t where t.kind = 'assignment.date_requested' and t.after ->> 'requestId' = c.id::text)
    from date_changes c where c.assignment_id = $1
  union all
  select 'decide', n.text, (
      select count(*)::int from told t where t.kind = 'assignment.date_decided' and t.after ->> 'requestId' = c.id::text)
    from date_changes c join reasons n on n.id = c.note_id where c.assignment_id = $1
  union all
  select 'review', n.text, (
      select count(*)::int from told t where t.kind = 'assignment.reviewed' and t.after ->> 'reviewId' = r.id::text)
    from reviews r join reasons n on n.id = r.note_id where r.assignment_id = $1`

/**
 * Checks that each change that was acknowledged is there once, with one event, that nothing else is there, and that the
 * history is valid.
 */
export async function checkAssignment(
  variables: Record<string, string>,
  assignment: string,
  acknowledged: Acknowledged,
) {
  const client = new pg.Client({ connectionString: await databaseUrl(variables) })
  await client.connect()
  const { rows } = await client.query<{ kind: keyof Acknowledged; is: string; events: number }>(standing, [assignment])
  await client.end()

  const counts = Object.entries(acknowledged).map(([kind, known]) => {
    const there = rows.filter((row) => row.kind === kind)
    const once = new Set(there.filter(({ events }) => events === 1).map(({ is }) => is))
    const lost = [...known].filter((one) => !once.has(one))
    if (lost.length > 0)
      throw new Problem(`Acknowledged, but not there once (${kind}): ${lost.slice(0, 5).join(', ')}.`)
    const extra = there.filter(({ is }) => !known.has(is))
    if (extra.length > 0) throw new Problem(`There, but not acknowledged (${kind}): ${extra.length}.`)
    if (there.length !== known.size)
      throw new Problem(`There more than once (${kind}): ${there.length} of ${known.size}.`)
    if (there.length === 0) throw new Problem(`Nothing was acknowledged (${kind}).`)
    return `${there.length} × ${kind}`
  })
  return `Acknowledged and there once each: ${counts.join(', ')}. ${await verifyHistory(variables)}`
}
