import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { Email } from '@/lib/domain/email'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { change } from '@/lib/history/change'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, taken, unchanged, unparsed } from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import { heldBy } from './add-user'
import { checkPersonName } from './check-person-name'
import { endLinks } from './links'
import { mayAdminister } from './policy'
import { findPerson, type Person, personNow } from './queries'

const Correcting = z.strictObject({
  id: ExistingId,
  version: Version,
  name: nameText('name_missing'),
  email: Email,
  confirmSimilar: ConfirmSimilar,
})

/**
 * Corrects the name and the email of a person. Their sessions, invitation and password stay. Links to set a new
 * password end, because they may have been sent to the earlier address. The history records the correction without the
 * name or the email, so that the person can have them erased. Refusals: `session_needed`, `user_not_found`,
 * `people_forbidden`, `email_taken`, `user_changed`.
 */
export async function correctPerson(actor: Actor, input: unknown): Promise<Result<Person>> {
  const parsed = Correcting.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { id, version, name, email, confirmSimilar } = parsed.data
  if (!(await findPerson(actor, id))) return notFound('user_not_found')

  if (!mayAdminister(actor)) return forbidden('people_forbidden')

  return change(actor, async (change) => {
    const { tx, record } = change
    const before = await personNow(tx, id)
    if (before.erased) return conflict('user_erased', before)
    const renamed = before.name !== name
    const moved = before.email !== email
    if (!renamed && !moved) return unchanged(before)

    const holder = moved ? await heldBy(tx, email) : null
    if (holder && holder.id !== id) return taken('email', 'email_taken', await personNow(tx, holder.id))

    const checked = await checkPersonName(tx, { id, name, before: before.name }, { actor, confirmSimilar })
    if (!checked.ok) return checked

    const data = { name, email, version: { increment: 1 } }
    const { count } = await tx.user.updateMany({ where: { id, version }, data })
    if (count === 0) return conflict('user_changed', await personNow(tx, id))

    if (renamed) record({ kind: 'user.renamed', subjectId: id, body: { before: null, after: checked.recorded } })
    if (moved) await endLinks(change, id)
    if (moved) record({ kind: 'user.email_changed', subjectId: id, body: { before: null, after: null } })
    return ok(await personNow(tx, id))
  })
}
