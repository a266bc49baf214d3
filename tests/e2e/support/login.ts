import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'

const day = 24 * 60 * 60 * 1000

/** Signs somebody in without the form: a session in the database that the server uses, and its cookie in the browser. */
export async function login(context: BrowserContext, email: string, url: string) {
  const { DATABASE_URL, NEXTAUTH_SECRET = '' } = process.env
  const secret = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(secret).digest('hex')

  const database = new pg.Client({ connectionString: DATABASE_URL })
  await database.connect()
  const { rowCount } = await database.query(
    'insert into sessions (id, user_id, hash, expires_at) select $1, id, $2, $3 from users where email = $4',
    [randomUUID(), hash, new Date(Date.now() + day), email],
  )
  await database.end()
  if (rowCount !== 1) throw new Error(`Nobody has the address ${email}.`)

  const value = await encode({ token: { sid: secret }, secret: NEXTAUTH_SECRET })
  await context.addCookies([{ name: 'session', value, url, httpOnly: true, sameSite: 'Lax' }])
}
