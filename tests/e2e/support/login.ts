import { administrator } from '../../support/administrator'
import type { BrowserContext } from './test'

/** Signs in without the form, by the requests behind it. By default as the first administrator. */
export async function login({ request }: BrowserContext, { email, password } = administrator, address = '') {
  const { csrfToken }: { csrfToken: string } = await (await request.get(`${address}/api/auth/csrf`)).json()
  const form = { email, password, csrfToken, json: 'true' }
  const answer = await request.post(`${address}/api/auth/callback/credentials`, { form })
  if (!answer.ok()) throw new Error(`${email} can't sign in.`)
}
