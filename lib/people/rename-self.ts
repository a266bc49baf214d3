import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { change } from '@/lib/history/change'
import { conflict, forbidden, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import { checkPersonName } from './check-person-name'
import { type Person, personNow } from './queries'

const Renaming = z.strictObject({ version: Version, name: nameText('name_missing'), confirmSimilar: ConfirmSimilar })

/**
 * Changes the actor's own name, unless another person's name is or looks the same. The history records the change
 * without the name, so that the person can have it erased. Refusals: `session_needed`, `user_changed`.
 */
export async function renameSelf(actor: Actor, input: unknown): Promise<Result<Person>> {
  const parsed = Renaming.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { version, name, confirmSimilar } = parsed.data
  const { id } = actor
  return change(actor, async ({ tx, record }) => {
    const before = await personNow(tx, id)
    if (before.name === name) return unchanged(before)
    const checked = await checkPersonName(tx, { id, name, before: before.name }, { actor, confirmSimilar })
    if (!checked.ok) return checked

    const { count } = await tx.user.updateMany({ where: { id, version }, data: { name, version: { increment: 1 } } })
    if (count === 0) return conflict('user_changed', await personNow(tx, id))

    record({ kind: 'user.renamed', subjectId: id, body: { before: null, after: checked.recorded } })
    return ok(await personNow(tx, id))
  })
}
