import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { change } from '@/lib/history/change'
import { db, type Transaction } from '@/lib/platform/db'
import { forbidden, notFound, type Result, unparsed } from '@/lib/platform/result'
import { type MembersAdded, putIn } from './add-members'
import { KnownSlug } from './fields'
import { findNamesakes } from './find'
import { findOrAdd, oneAtATime } from './find-or-add'
import { memberStates } from './member-states'
import { mayKeepGroups } from './policy'

const AddStates = z.strictObject({ group: KnownSlug, confirmSimilar: ConfirmSimilar })

/**
 * Adds the 193 Member States of the United Nations to a group. Creates the organizations that do not exist yet.
 * Refusals: `group_not_found`, `group_forbidden`.
 */
export async function addMemberStates(actor: Actor, input: unknown): Promise<Result<MembersAdded>> {
  const parsed = AddStates.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const group = await db.group.findUnique({ where: { slug: parsed.data.group }, select: { id: true } })
  if (!group) return notFound('group_not_found')

  if (!mayKeepGroups(actor)) return forbidden('group_forbidden')

  return change(actor, async (change) => {
    const { tx } = change
    await oneAtATime(tx)
    const by = { actor, confirmSimilar: parsed.data.confirmSimilar }
    return putIn(change, group.id, async () => findOrAdd(change, await knownNames(tx), by))
  })
}

/**
 * Returns one name for each State: the other name under which an organization already exists, or else the first one.
 */
async function knownNames(tx: Transaction) {
  const known = await findNamesakes(
    tx,
    memberStates.flatMap(({ name, others }) => [name, ...others]),
  )
  const existing = new Set(known.filter((row) => row.organization).map(({ name }) => name))
  return memberStates.map(({ name, others }) => [name, ...others].find((one) => existing.has(one)) ?? name)
}
