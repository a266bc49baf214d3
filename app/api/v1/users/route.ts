import { z } from 'zod'
import { createRoute, getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { inviteUser } from '@/lib/people/invite-user'
import { listPeople, peopleCursors } from '@/lib/people/queries'

const people = parseQuery(z.strictObject({ q: z.string().optional(), after: peopleCursors.schema.optional(), limit }))

export const GET = getRoute(people, async (actor, query) => Response.json(await listPeople(actor, query)))

/** `{ email, name, role, organizations }` returns the account with its invitation link, which works once. */
export const POST = createRoute(inviteUser)
