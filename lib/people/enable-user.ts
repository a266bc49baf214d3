import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { change } from '@/lib/history/change'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { checkPersonName } from './check-person-name'
import { mayAdminister } from './policy'
import { findPerson, type Person, personNow } from './queries'

const Chosen = z.strictObject({ id: ExistingId, version: Version, confirmSimilar: ConfirmSimilar })

/**
 * Reopens a closed account. Its owner signs in with their earlier password. Refusals: `session_needed`,
 * `user_not_found`, `people_forbidden`, `name_imitates`, `user_changed`.
 */
export async function enableUser(actor: Actor, input: unknown): Promise<Result<Person>> {
  const parsed = Chosen.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { id, version, confirmSimilar } = parsed.data
  if (!(await findPerson(actor, id))) return notFound('user_not_found')

  if (!mayAdminister(actor)) return forbidden('people_forbidden')

  return change(actor, async ({ tx, record }) => {
    const before = await personNow(tx, id)
    if (!before.disabled) return unchanged(before)
    if (before.erased) return conflict('user_erased', before)
    const checked = await checkPersonName(tx, { id, name: before.name }, { actor, confirmSimilar })
    if (!checked.ok) return conflict('name_imitates', before, checked.errors[0]?.params)

    const { count } = await tx.user.updateMany({
      where: { id, version },
      data: { disabledAt: null, version: { increment: 1 } },
    })
    if (count === 0) return conflict('user_changed', await personNow(tx, id))

    record({ kind: 'user.enabled', subjectId: id, body: { before: null, after: checked.recorded } })
    return ok(await personNow(tx, id))
  })
}
