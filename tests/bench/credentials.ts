import { encode } from 'next-auth/jwt'
import type { Subjects } from './cases'
import { query } from './database'

/** Signs people of the filled database in. Returns a coordinator's token, and the cookies of two sessions. */
export async function credentialsFor(url: string, secret: string) {
  const { makeTokenAtConsole } = await import('@/lib/people/make-token')
  const { beginSession } = await import('@/lib/people/sessions')
  const { sessionCookie } = await import('@/lib/people/cookie')

  const made = await makeTokenAtConsole({ user: 'coordinator@bench.example.org', name: 'Bench' })
  if (!made.ok) throw new Error(`No token: ${made.code}.`)
  const signedIn = async (name: string) => {
    const { rows } = await query(url, 'select id from users where email = $1', [`${name}@bench.example.org`])
    const sid = await beginSession(rows[0].id, 'Bench')
    return `${sessionCookie.name}=${await encode({ token: { sid }, secret })}`
  }
  return {
    token: made.value.token,
    cookie: await signedIn('coordinator'),
    focalPoint: await signedIn('focal-point-1'),
  }
}

/** Returns two thousand of each, evenly distributed over the whole, always the same. */
export async function subjectsOf(url: string, n: number): Promise<Subjects> {
  const every = Math.max(1, Math.floor(n / 2000))
  const column = async (text: string) => (await query(url, text)).rows.map(({ value }) => String(value))
  return {
    keys: await column(`select key as value from (
      select key, row_number() over (order by created_at, key) as place from recommendations where key like 'BENCH-%') all_
      where place % ${every} = 0 order by place limit 2000`),
    assignments: await column(`select id as value from (
      select id, row_number() over (order by id) as place from assignments) all_
      where place % ${3 * every} = 0 order by place limit 2000`),
    undrafted: await column(`select id as value from assignments a
      where not exists (select from report_drafts where assignment_id = a.id) order by id limit 5000`),
    organizations: await column(
      `select slug as value from organizations where slug like 'organization-%' order by slug`,
    ),
    cycles: await column('select id as value from cycles order by opens_on, id'),
  }
}
