import { randomUUID } from 'node:crypto'
import type { BrowserContext } from './test'

type Person = { name?: string; role?: string; organizations?: string[]; email?: string }

/**
 * Invites a new person by the API, as the person who is signed in. Returns their email and the link of the invitation.
 */
export async function invite({ request }: BrowserContext, person: Person = {}, address = '') {
  const email = `${randomUUID()}@example.org`
  const data = { email, name: `Oskar ${randomUUID()}`, role: 'focal_point', ...person }
  const answer = await request.post(`${address}/api/v1/users`, { data })
  const { id, link }: { id: string; link: string } = await answer.json()
  return { ...data, id, link }
}
