import 'server-only'
import type { Actor } from '@/lib/people/actor'
import { pool } from '@/lib/platform/db'
import type { AssignmentRole, AssignmentStatus } from '@/prisma/generated/enums'

/** What an organization carries, one line for each recommendation. */
export type Carried = {
  id: string
  key: string
  title: string
  quote: string
  document: { code: string; title: string; language: string }
  status: AssignmentStatus
  role: AssignmentRole
  owner?: string
  /** YYYY-MM-DD */
  dueOn?: string
  /** The recommendation itself is closed. */
  ended: boolean
  /** The latest report. */
  report?: { asOf: string; narrative: string }
}

/** What is still to be done, what is done, what was closed. */
export type Stage = 'open' | 'done' | 'closed'

const stages: Record<Stage, AssignmentStatus[]> = {
  open: ['not_started', 'in_progress', 'partially_implemented'],
  done: ['implemented', 'verified'],
  closed: ['closed'],
}

const text = `
  select json_strip_nulls(json_build_object(
    'id', a.id, 'key', r.key, 'title', r.title, 'quote', r.quote,
    'document', json_build_object('code', d.code, 'title', d.title, 'language', d.language),
    'status', a.status, 'role', a.role, 'owner', u.name, 'dueOn', a.due_on, 'ended', r.closure is not null,
    'report', (
      select json_build_object('asOf', p.as_of, 'narrative', p.narrative) from progress_reports p
      where p.assignment_id = a.id and p.state = 'submitted' order by p.submitted_at desc limit 1))) as carried,
    coalesce(a.due_on, 'infinity')::text || ' ' || r.key as place
  from assignments a
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  left join users u on u.id = a.owner_id
  where a.organization_id = (select id from organizations where slug = $1) and a.status = any($2::assignment_status[])
    and d.archived_at is null
    and ($3 = '' or (coalesce(a.due_on, 'infinity'), r.key) > (split_part($3, ' ', 1)::date, substr($3, strpos($3, ' ') + 1)))
  order by coalesce(a.due_on, 'infinity'), r.key
  limit $4`

type Wanted = { slug: string; stage: Stage; after?: string | undefined; limit?: number | undefined }

/** What an organization carries at this stage, the first due first; what has no date comes last. */
export async function carriedBy(_actor: Actor, { slug, stage, after = '', limit = 50 }: Wanted) {
  const from = /^(?:\d{4}-\d{2}-\d{2}|infinity) [^\0]+$/.test(after) ? after : ''
  const values = [slug, stages[stage], from, limit + 1]
  const { rows } = await pool.query<{ carried: Carried; place: string }>({ name: 'assignments-carried', text, values })
  const page = rows.slice(0, limit)
  return {
    items: page.map(({ carried }) => carried),
    next: rows.length > limit ? (page.at(-1)?.place ?? null) : null,
  }
}
