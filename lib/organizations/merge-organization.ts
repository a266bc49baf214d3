import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { changeIdIn } from '@/lib/history/change-id'
import { db, type Transaction } from '@/lib/platform/db'
import {
  conflict,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { type OrganizationNow, organizationNow } from './current-state'
import { KnownSlug, Name } from './fields'
import { findOrganization } from './find'
import { mergeAssignments } from './merge-assignments'
import { joinMembers, mergeGroups, removeMembers } from './merge-members'
import { mayKeepOrganizations, visibleTo } from './policy'

const Merge = z.strictObject({
  slug: KnownSlug,
  /** The slug or name of the organization that stays. */
  into: Name,
})

/** The organization that stays, and how many assignments were moved to it or removed because it had the same. */
export type Merged = {
  organization: OrganizationNow
  moved: number
  removed: number
  /** The keys of recommendations on which a closed assignment stays, with its reports, under the old name. */
  left: string[]
  /** The ID of the change. */
  change: string
}

/**
 * Merges an organization into another: assignments, people, groups, addressees and annotations move, and the old
 * address leads to the new one. Refuses if both have worked on the same recommendations, because no report may be lost.
 * Refusals: `organization_not_found`, `organization_forbidden`, `organization_archived`, `organization_merged`,
 * `organizations_both_worked`.
 */
export async function mergeOrganization(actor: Actor, input: unknown): Promise<Result<Merged>> {
  const parsed = Merge.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const from = await db.organization.findFirst({
    where: { slug: parsed.data.slug, AND: visibleTo(actor) },
    select: { id: true, name: true, mergedIntoId: true },
  })
  if (!from) return notFound('organization_not_found')

  if (!mayKeepOrganizations(actor)) return forbidden('organization_forbidden')

  const into = await findOrganization(db, parsed.data.into)
  if (!into) return invalidField('into', 'organization_unknown', { name: parsed.data.into })
  if (into.id === from.id) return invalidField('into', 'organization_itself')

  const merging = async (change: Change): Promise<Result<Merged>> => {
    const { tx } = change
    await lock(tx, from.id, into.id)
    await lockMembers(tx, from.id)
    const answer = await answerWithoutMerging(tx, from.id, into)
    if (answer) return answer

    // Members join before the assignments move and leave after, so that owners are members all the time.
    await joinMembers(change, from.id, into.id)
    const duties = await mergeAssignments(change, actor, from.id, into.id)
    if (!duties.ok) {
      const both = { from: from.name, into: into.name, count: duties.both.length, recommendations: some(duties.both) }
      return conflict('organizations_both_worked', { recommendations: duties.both }, both)
    }
    await removeMembers(change, from.id)
    await mergeGroups(change, from.id, into.id)
    await mergeRest(change, from.id, into.id)
    const { moved, removed, left } = duties
    return ok({ organization: await organizationNow(tx, into.id), moved, removed, left, change: await changeIdIn(tx) })
  }
  return change(actor, merging, { timeout: longest })
}

/** In milliseconds. An organization can have tens of thousands of assignments. */
const longest = 120_000

/** Locks organizations in the order of their IDs, so that two opposite merges do not deadlock. */
const lock = (tx: Transaction, ...ids: string[]) =>
  tx.$executeRaw`select from organizations where id = any(${ids}::uuid[]) order by id for update`

/** Locks the members. Users come before assignments in the order of locks. */
const lockMembers = (tx: Transaction, organizationId: string) =>
  tx.$executeRaw`
    select from users where id in (select user_id from memberships where organization_id = ${organizationId}::uuid)
    order by id for no key update`

/**
 * Returns the response if there is nothing to merge: the organization that stays was archived, or the merge was already
 * done, for example by a double click. Otherwise returns undefined.
 */
async function answerWithoutMerging(tx: Transaction, from: string, into: { id: string; name: string }) {
  const target = await organizationNow(tx, into.id)
  if (target.archivedAt) return conflict('organization_archived', target, { name: into.name })
  const source = await tx.organization.findUniqueOrThrow({ where: { id: from }, select: { mergedInto: true } })
  if (!source.mergedInto) return undefined
  if (source.mergedInto.id === into.id) {
    return unchanged({ organization: target, moved: 0, removed: 0, left: [], change: await changeIdIn(tx) })
  }
  return conflict('organization_merged', await organizationNow(tx, from), { organization: source.mergedInto.name })
}

async function mergeRest({ tx, record, now }: Change, from: string, into: string) {
  const theirs = { where: { organizationId: from }, data: { organizationId: into } }
  await tx.addressee.updateMany(theirs)
  await tx.annotation.updateMany(theirs)
  await tx.organization.updateMany({ where: { mergedIntoId: from }, data: { mergedIntoId: into } })
  const gone = { mergedIntoId: into, archivedAt: now, version: { increment: 1 } }
  await tx.organization.update({ where: { id: from }, data: gone })
  record({
    kind: 'organization.merged',
    subjectId: from,
    body: { before: null, after: { intoId: into } },
  })
}

/** Returns as many keys as fit in a sentence. */
const some = (keys: string[]) => keys.slice(0, 10).join(', ') + (keys.length > 10 ? ' …' : '')
