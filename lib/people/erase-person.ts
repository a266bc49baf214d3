import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { keepErasure } from '@/lib/history/keep-erasure'
import { t } from '@/lib/platform/i18n'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { endAccess } from './end-access'
import { erasureFields, mayErase } from './erasure-fields'
import { isLastAdministrator } from './last-administrator'
import { findPerson, type Person, personNow } from './queries'

const Erase = z.strictObject({ id: ExistingId, version: Version, ...erasureFields })

/**
 * Erases the name and the email address of a person as the law requires, in the history too, and closes their account.
 * Everything that they did stays, under their ID. Refusals: `session_needed`, `user_not_found`, `erasure_forbidden`,
 * `disable_self`, `last_administrator`, `user_changed`.
 */
export async function erasePerson(actor: Actor, input: unknown): Promise<Result<Person>> {
  const parsed = Erase.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { id, version, reason } = parsed.data
  if (!(await findPerson(actor, id))) return notFound('user_not_found')

  if (!mayErase(actor)) return forbidden('erasure_forbidden')
  if (id === actor.id) return forbidden('disable_self')

  return change(actor, async (change) => {
    const { tx, record } = change
    const last = await isLastAdministrator(tx, id)
    const before = await personNow(tx, id)
    if (before.erased) return unchanged(before)
    if (before.role === 'administrator' && last) return conflict('last_administrator', before, { name: before.name })

    const kept = await keepErasure(change, actor, [id], reason)
    if (!(await removeName(change, id, version))) return conflict('user_changed', before)
    if (!before.disabled) record({ kind: 'user.disabled', subjectId: id, body: { before: null, after: null } })
    await endAccess(change, id)
    await removeTraces(change, id)
    const after = { erased: [{ id, kind: 'person' as const }], reason: kept }
    record({ kind: 'user.erased', subjectId: id, body: { before: null, after } })
    return ok(await personNow(tx, id))
  })
}

/** The name that replaces the name of a person, with the end of their ID. */
const erasedName = (id: string) => t('people.erased.name', { id: id.slice(-12) })

/** Returns whether the name was removed. It is not if somebody changed the person since `version`. */
async function removeName({ tx, now }: Change, id: string, version: number | undefined) {
  const name = erasedName(id)
  const { disabledAt } = await tx.user.findUniqueOrThrow({ where: { id }, select: { disabledAt: true } })
  const { count } = await tx.user.updateMany({
    where: { id, ...(version !== undefined && { version }) },
    data: {
      ...{ name, email: `${id}@erased.invalid`, passwordHash: null, locale: null, mailFrequency: 'never' },
      ...{ disabledAt: disabledAt ?? now, erasedAt: now, version: { increment: 1 } },
    },
  })
  await tx.$executeRaw`update name_versions set name = ${name} where id = ${id}::uuid`
  return count > 0
}

/** Removes what else says who the person was, or tells them something. */
async function removeTraces({ tx }: Change, userId: string) {
  const theirs = { where: { userId } }
  await tx.identity.deleteMany(theirs)
  await tx.signIn.deleteMany(theirs)
  await tx.session.deleteMany(theirs)
  await tx.link.deleteMany(theirs)
  await tx.keptForm.deleteMany(theirs)
  await tx.token.updateMany({ ...theirs, data: { name: '' } })
  await tx.notification.deleteMany(theirs)
  await tx.notificationMail.deleteMany(theirs)
}
