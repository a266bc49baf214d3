import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { change } from '@/lib/history/change'
import { isRepeatedAddition } from '@/lib/history/repeated-request'
import { readIn, type Transaction } from '@/lib/platform/db'
import { NewRowId } from '@/lib/platform/id'
import { conflict, forbidden, ok, type Result, taken, unchanged, unparsed } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { nameText } from '@/lib/platform/text'
import { checkSimilarName } from './check-similar-names'
import { type GroupNow, groupNow } from './current-state'
import { Slug } from './fields'
import type { Party } from './find'
import { addition, oneAtATime } from './find-or-add'
import { mayKeepGroups } from './policy'
import { freeSlug, slugStem } from './slug'

const Add = z.strictObject({
  id: NewRowId,
  name: nameText('group_missing'),
  slug: Slug.optional(),
  confirmSimilar: ConfirmSimilar,
})

/**
 * Adds a group without members. Returns the group. Refusals: `group_forbidden`, `group_sent_before`, `group_exists`,
 * `slug_taken`.
 */
export async function addGroup(actor: Actor, input: unknown): Promise<Result<GroupNow>> {
  const parsed = Add.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, name, confirmSimilar } = parsed.data

  if (!mayKeepGroups(actor)) return forbidden('group_forbidden')

  return change(actor, async ({ tx, record, now }) => {
    await oneAtATime(tx)
    const refused = await answerForExistingGroup(tx, parsed.data)
    if (refused) return refused
    const checked = await checkSimilarName(tx, { id, name }, { kind: 'group', by: { actor, confirmSimilar } })
    if (!checked.ok) return checked

    const slug = parsed.data.slug ?? (await slugFor(tx, name))
    await tx.group.create({ data: { id, slug, name, createdAt: now } })
    record(addition('group.added', { id, slug, name, ...checked.recorded }))
    return ok(await groupNow(tx, id))
  })
}

/** Returns the response if the ID, the name or the slug already exists. A double click adds one group. */
async function answerForExistingGroup(tx: Transaction, { id, name, slug }: z.infer<typeof Add>) {
  const there = await readIn<Party & { same: boolean }>(
    tx,
    'group-existing',
    sql`
    select id, slug, name, name_key = name_key(${name}) as same from groups
    where id = ${id}::uuid or name_key = name_key(${name}) or slug = ${slug ?? ''}
    order by id = ${id}::uuid desc, same desc, namesake`,
  )
  const [first] = there
  if (!first) return undefined
  const current = await groupNow(tx, first.id)
  if (first.id === id) {
    const sent = addition('group.added', { id, name, slug: slug ?? first.slug })
    return (await isRepeatedAddition(tx, sent)) ? unchanged(current) : conflict('group_sent_before', current)
  }
  return first.same
    ? taken('name', 'group_exists', current, { name: first.name })
    : taken('slug', 'slug_taken', current)
}

async function slugFor(tx: Transaction, name: string) {
  const stem = slugStem(name, 'group')
  const taken = await tx.group.findMany({ where: { slug: { startsWith: stem } }, select: { slug: true } })
  return freeSlug(name, 'group', new Set(taken.map(({ slug }) => slug)))
}
