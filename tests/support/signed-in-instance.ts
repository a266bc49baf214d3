import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { embeddedUrl } from '@/lib/cli/postgres/open'
import { hashOf, newSecret } from '@/lib/people/secrets'
import { administrator } from './administrator'
import { freePort, startInstance } from './instance'
import { send } from './raw-request'

/** Starts a production instance with an administrator's session and token. Its folder is removed with it. */
export async function signedInInstance(more: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-signed-in-'))
  const { email, password } = administrator
  const variables = { DATA_DIR: folder, PORT: await freePort(), ADMIN_EMAIL: email, ADMIN_PASSWORD: password, ...more }
  const instance = await startInstance(variables)
  const { address } = instance
  return {
    ...instance,
    folder,
    database: embeddedUrl(folder),
    cookie: await signIn(address),
    authorization: `Bearer ${await makeToken(embeddedUrl(folder))}`,
    async close() {
      await instance.end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Makes a token for the administrator, and returns it. */
async function makeToken(database: string) {
  const token = `ft_${newSecret()}`
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  await client.query(
    `insert into tokens (id, user_id, name, hash, expires_at)
    select gen_random_uuid(), id, 'Tests', $1, now() + interval '1 day' from users where email = $2`,
    [hashOf(token), administrator.email],
  )
  await client.end()
  return token
}

/** Sends the request of next-auth's own script, without a session. */
export async function askNextAuth(address: string, path: string, fields: Record<string, string>) {
  const { headers, body } = await send(address, { path: '/api/auth/csrf' })
  const { csrfToken }: { csrfToken: string } = JSON.parse(body)
  return send(address, {
    method: 'POST',
    path: `/api/auth/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesIn(headers) },
    body: new URLSearchParams({ ...fields, csrfToken }).toString(),
  })
}

/** Signs the administrator in. Returns the cookies of the new session. */
export async function signIn(address: string) {
  const { email, password } = administrator
  const answer = await askNextAuth(address, 'callback/credentials', { email, password })
  const session = cookiesIn(answer.headers)
  if (!/(^|; )(__Host-)?session=/.test(session))
    throw new Error(`Nobody was signed in: ${answer.status} ${answer.body}`)
  return session
}

const cookiesIn = (headers: Record<string, string | string[] | undefined>) =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
