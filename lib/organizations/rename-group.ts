import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { change } from '@/lib/history/change'
import { db, readIn } from '@/lib/platform/db'
import { conflict, forbidden, notFound, ok, type Result, taken, unchanged, unparsed } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { nameText } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import { checkSimilarName } from './check-similar-names'
import { type GroupNow, groupNow } from './current-state'
import { KnownSlug } from './fields'
import { oneAtATime } from './find-or-add'
import { mayKeepGroups } from './policy'

const Rename = z.strictObject({
  slug: KnownSlug,
  name: nameText('group_missing'),
  version: Version,
  confirmSimilar: ConfirmSimilar,
})

/**
 * Renames a group. Its slug stays, so that links to it still work. Returns the group. Refusals: `group_not_found`,
 * `group_forbidden`, `group_exists`, `group_changed`.
 */
export async function renameGroup(actor: Actor, input: unknown): Promise<Result<GroupNow>> {
  const parsed = Rename.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { slug, name, version, confirmSimilar } = parsed.data

  const group = await db.group.findUnique({ where: { slug }, select: { id: true } })
  if (!group) return notFound('group_not_found')

  if (!mayKeepGroups(actor)) return forbidden('group_forbidden')

  const { id } = group
  return change(actor, async ({ tx, record }) => {
    await oneAtATime(tx)
    const before = await groupNow(tx, id)
    if (before.name === name) return unchanged(before)
    const [other] = await readIn<{ id: string; name: string }>(
      tx,
      'group-namesake',
      sql`
      select id, name from groups where name_key = name_key(${name}) and id <> ${id}::uuid`,
    )
    if (other) return taken('name', 'group_exists', await groupNow(tx, other.id), { name: other.name })

    const by = { actor, confirmSimilar }
    const checked = await checkSimilarName(tx, { id, name }, { kind: 'group', by, before: before.name })
    if (!checked.ok) return checked

    const data = { name, namesake: 0, version: { increment: 1 } }
    const { count } = await tx.group.updateMany({ where: { id, version }, data })
    if (count === 0) return conflict('group_changed', await groupNow(tx, id))

    record({
      kind: 'group.renamed',
      subjectId: id,
      body: { before: { name: before.name }, after: { name, ...checked.recorded } },
    })
    return ok(await groupNow(tx, id))
  })
}
