import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { Problem } from '@/lib/cli/problem'
import { runCommand } from '../support/instance'

type Variables = Record<string, string>

const manage = (variables: Variables, ...args: string[]) => runCommand('lib/cli/manage.ts', variables, args)

/** Returns a token for programs that write as a coordinator. */
export const tokenIn = (variables: Variables) => tokenOf(variables, 'coordinator', { email: 'torture@example.org' })

type Person = { email?: string; organization?: string }

/** Creates an account with a role. Returns a token that acts as its owner. */
export async function tokenOf(variables: Variables, role: string, { email, organization }: Person = {}) {
  const address = email ?? `${role.replace('_', '-')}@example.org`
  const person = ['--email', address, '--name', `Torture ${role}`, '--role', role]
  const member = organization ? ['--organization', organization] : []
  await manage(variables, 'user', 'create', ...person, ...member)
  const { code, output } = await manage(variables, 'token', 'create', '--user', address, '--name', 'Torture')
  if (code !== 0) throw new Problem(output)
  return output.split('\n').at(-1) ?? ''
}

/** Creates an assignment. Returns its ID. */
export async function assignmentIn(address: string, token: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/recommendations/SALVADOR-2010-17.2/assignments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ organization: 'unodc' }),
  })
  const { id } = z.object({ id: z.uuid() }).parse(await answer.json())
  return id
}

type Acknowledged = { annotations: string[]; reports: string[] }

/**
 * Checks that each acknowledged annotation and report exists exactly once, that nothing else exists, and that the history
 * is valid.
 */
export async function checkKept(variables: Variables, { annotations, reports }: Acknowledged) {
  const client = new pg.Client({ connectionString: await databaseUrl(variables) })
  await client.connect()
  const { rows } = await client.query<{ id: string; revisions: number }>(
    `select a.id, count(r.id)::int as revisions from annotations a left join annotation_revisions r on r.annotation_id = a.id
     where a.author_id = (select id from users where email = 'torture@example.org') group by a.id
     union all
     select p.id, count(e.seq)::int from progress_reports p
     left join events e on e.kind = 'assignment.reported' and e.body::json #>> '{after,report,id}' = p.id::text group by p.id`,
  )
  await client.end()

  const acknowledged = [...annotations, ...reports]
  const kept = new Map(rows.map(({ id, revisions }) => [id, revisions]))
  const wanted = new Set(acknowledged)
  const lost = acknowledged.filter((id) => kept.get(id) !== 1)
  const extra = rows.filter(({ id }) => !wanted.has(id))
  if (lost.length > 0)
    throw new Problem(`Acknowledged, but not there as it was written: ${lost.slice(0, 5).join(', ')}.`)
  if (extra.length > 0) throw new Problem(`There, but not acknowledged: ${extra.length}.`)

  return `${acknowledged.length} annotations and reports are there once each. ${await verifyHistory(variables)}`
}

/** Returns the address of the database of an instance. */
export const databaseUrl = async (variables: Variables) => (await manage(variables, 'database', 'url')).output

/** Returns what `history verify` says of a valid history. */
export async function verifyHistory(variables: Variables) {
  const { code, output } = await manage(variables, 'history', 'verify')
  if (code !== 0) throw new Problem(output)
  return output
}

/** Waits until the instance is ready again, at most half a minute. */
export async function backAt(address: string) {
  await pause(1_100) // Its answer is kept for a second.
  for (const deadline = Date.now() + 30_000; ; await pause(50)) {
    const ready = await fetch(`${address}/api/health/ready`).catch(() => null)
    if (ready?.status === 200) return
    if (Date.now() > deadline) throw new Problem('It is not ready again after 30 seconds.')
  }
}
