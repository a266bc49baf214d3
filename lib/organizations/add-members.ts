import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { type Change, change } from '@/lib/history/change'
import { db, type Transaction } from '@/lib/platform/db'
import {
  type Failure,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { type GroupNow, groupNow } from './current-state'
import { KnownSlug, Names, Slugs } from './fields'
import { findOrganizations } from './find'
import { type FoundOrAdded, findOrAdd } from './find-or-add'
import { holdOrganizations } from './hold-organizations'
import { addMissingMembers } from './members'
import { mayKeepGroups } from './policy'

const AddMembers = z.strictObject({
  group: KnownSlug,
  organizations: Slugs.optional(),
  names: Names.optional(),
  confirmSimilar: ConfirmSimilar,
})

/** The result for each organization: created and added, added, or already a member. */
export type MembersAdded = {
  group: GroupNow
  rows: { name: string; organization: { slug: string; name: string }; outcome: 'made' | 'added' | 'already' }[]
}

/**
 * Adds organizations to a group, by slug or by name. Creates those whose names do not exist yet. Returns one row for
 * each. Refusals: `group_not_found`, `group_forbidden`.
 */
export async function addMembers(actor: Actor, input: unknown): Promise<Result<MembersAdded>> {
  const parsed = AddMembers.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { organizations = [], names = [], confirmSimilar } = parsed.data

  const group = await db.group.findUnique({ where: { slug: parsed.data.group }, select: { id: true } })
  if (!group) return notFound('group_not_found')

  if (!mayKeepGroups(actor)) return forbidden('group_forbidden')
  if (organizations.length + names.length === 0) return invalidField('names', 'names_missing')

  return change(actor, async (change) => {
    return putIn(change, group.id, async () => {
      const picked = await findPicked(change.tx, organizations)
      if (!picked.ok) return picked
      if (names.length === 0) return picked
      const pasted = await findOrAdd(change, names, { actor, confirmSimilar })
      return pasted.ok ? ({ ok: true, rows: [...picked.rows, ...pasted.rows] } as const) : pasted
    })
  })
}

async function findPicked(tx: Transaction, called: string[]) {
  const found = await findOrganizations(tx, called)
  if (!found.ok) return found
  const rows = found.organizations.map(
    (organization): FoundOrAdded => ({ name: organization.name, organization, outcome: 'found' }),
  )
  return { ok: true, rows } as const
}

type FoundRows = { ok: true; rows: FoundOrAdded[] } | Failure

/** Finds the organizations and locks them. Finds them again if one was merged before it was locked. */
async function findAndLock(tx: Transaction, find: () => Promise<FoundRows>) {
  const found = await find()
  if (!found.ok) return found
  const ids = found.rows.map(({ organization }) => organization.id)
  const currentId = await holdOrganizations(tx, ids)
  return ids.every((id) => currentId(id) === id) ? found : find()
}

/** Adds the organizations that `find` returns to a group. Returns one row for each with its result. */
export async function putIn(change: Change, groupId: string, find: () => Promise<FoundRows>) {
  const { tx } = change
  const found = await findAndLock(tx, find)
  if (!found.ok) return found
  const added = await addMissingMembers(
    change,
    groupId,
    found.rows.map(({ organization }) => organization.id),
  )
  const rows = found.rows.map(({ name, organization: { id, slug, name: called }, outcome }) => {
    const came = added.has(id) ? 'added' : 'already'
    return {
      name,
      organization: { slug, name: called },
      outcome: outcome === 'made' ? ('made' as const) : came,
    } as const
  })
  const answer: MembersAdded = { group: await groupNow(tx, groupId), rows }
  return added.size > 0 ? ok(answer) : unchanged(answer)
}
