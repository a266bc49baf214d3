import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'

type Person = { name?: string; role?: string; organizations?: string[]; email?: string }

/** Invites somebody new, by the API, as whoever is signed in: their address, and the link by which they come in. */
export async function invite({ request }: BrowserContext, person: Person = {}, address = '') {
  const email = `${randomUUID()}@example.org`
  const data = { email, name: `Oskar ${randomUUID()}`, role: 'focal_point', ...person }
  const answer = await request.post(`${address}/api/v1/users`, { data })
  const { id, link }: { id: string; link: string } = await answer.json()
  return { ...data, id, link }
}
