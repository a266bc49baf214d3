import 'server-only'
import { change } from '@/lib/history/change'
import { forbidden, ok, type Result, unparsed } from '@/lib/platform/result'
import { about } from './about'
import type { Actor } from './actor'
import { addUser, NewUser } from './add-user'
import { makeLink } from './links'
import { mailLink } from './mail-link'
import { organizationsCalled } from './organizations'
import { mayInvite } from './policy'
import { type Person, personNow } from './queries'

/** Somebody with a link that works once; whether it was mailed to them as well. */
export type Linked = Person & { link: string; mailed: boolean }

/** Makes an account for somebody, and the link by which they come in. Sent twice, the later link is the one that works. */
export async function inviteUser(actor: Actor, input: unknown): Promise<Result<Linked>> {
  const parsed = NewUser.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { organizations, ...user } = parsed.data
  if (!mayInvite(actor, user.role)) return forbidden('invite_forbidden')

  const found = await organizationsCalled(organizations)
  if (!found.ok) return found

  const invited = await change(actor, async (tx, record, now) => {
    const added = await addUser(tx, record, user, found.ids, now)
    if (!added.ok) return added

    const link = await makeLink(tx, user.id, 'invite', now)
    record({ kind: 'user.link_made', ...about(user.id), body: { before: null, after: { kind: 'invite' } } })
    return ok({ ...(await personNow(tx, user.id)), link })
  })
  return mailLink('invite', invited)
}
