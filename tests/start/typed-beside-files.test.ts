import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { signedInInstance } from '../support/signed-in-instance'

let instance: Awaited<ReturnType<typeof signedInInstance>>
/** The routes of forms with a file. */
const paths = { evidence: '', import: '/documents/import/file' }

beforeAll(async () => {
  instance = await signedInInstance()
  const client = new pg.Client({ connectionString: instance.database })
  await client.connect()
  const { rows } = await client.query<{ key: string; slug: string }>(
    'select (select key from recommendations order by ordinal limit 1), (select slug from organizations order by slug limit 1)',
  )
  await client.end()
  const assigned = await fetch(`${instance.address}/api/v1/recommendations/${rows[0]?.key}/assignments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: instance.authorization },
    body: JSON.stringify({ organization: rows[0]?.slug }),
  })
  paths.evidence = `/assignments/${z.object({ id: z.string() }).parse(await assigned.json()).id}/evidence`
})
afterAll(() => instance.close())

/** Sends a form as a browser without script does. */
function send(path: string, fields: Record<string, string | File>, cookie = '') {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const { address } = instance
  return fetch(`${address}${path}`, { method: 'POST', redirect: 'manual', headers: { origin: address, cookie }, body })
}

const title = `Letter & <annex> ${'x'.repeat(15_000)}`
const file = new File(['A letter.'], 'letter.txt')

test.each(['evidence', 'import'] as const)('what was typed beside a file outlives the session: %s', async (of) => {
  const answer = await send(paths[of], { file, title })

  expect(answer.status).toBe(401)
  const page = await answer.text()
  expect(page).toContain('name="title" value="Letter &#38; &#60;annex&#62; xxx')
  expect(page).toContain('href="/sign-in" target="_blank"')
  expect((await send(paths[of], {})).headers.get('location')).toMatch(/^\/sign-in/)
})

test.each(['evidence', 'import'] as const)(
  'what was typed beside a refused file is on the page, and in no address: %s',
  async (of) => {
    const answer = await send(paths[of], { file, title }, instance.cookie)

    expect(answer.status).toBe(303)
    const location = answer.headers.get('location') ?? ''
    expect(location.length).toBeLessThan(200)
    const show = async (address: string) =>
      (await fetch(new URL(address, instance.address), { headers: { cookie: instance.cookie } })).text()
    expect(await show(location)).toContain('value="Letter &amp; &lt;annex&gt; xxx')
    expect(await show(location.replace(/refused=[^&#]*/, 'refused=gone'))).toContain('is no longer kept')
  },
)
