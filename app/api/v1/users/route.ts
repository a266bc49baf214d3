import { z } from 'zod'
import { asking, limit, making, reading } from '@/app/api/v1/edge'
import { inviteUser } from '@/lib/people/invite-user'
import { listPeople, peopleCursors } from '@/lib/people/queries'

const people = asking(z.strictObject({ q: z.string().optional(), after: peopleCursors.asked.optional(), limit }))

export const GET = reading(people, async (actor, asked) => Response.json(await listPeople(actor, asked)))

/** `{ email, name, role, organizations }` answers the account with the link by which they come in, once. */
export const POST = making(inviteUser)
