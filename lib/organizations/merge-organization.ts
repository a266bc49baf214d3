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
import { type OrganizationNow, organizationNow } from './command-answers'
import { KnownSlug, Name } from './fields'
import { findOrganization } from './find'
import { mergeAssignments } from './merge-assignments'
import { joinMembers, mergeGroups, removeMembers } from './merge-members'
import { mayKeepOrganizations, visibleTo } from './policy'

const Merge = z.strictObject({
  slug: KnownSlug,
  /** The other one's slug, or its name. */
  into: Name,
})

/** The organization that stays, how many assignments moved to it, and how many went because it owed the same. */
export type Merged = {
  organization: OrganizationNow
  moved: number
  removed: number
  /** The recommendations on which a closed assignment stays, with its reports, under the old name. */
  left: string[]
  /** The id of the change. */
  change: string
}

/**
 * Makes one organization of two: assignments, people, groups, addressees and annotations move, and the old address
 * leads to the new one. Where both have worked on the same recommendations they stay two: no report is ever lost.
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

    // Before and after the assignments, so that their owners are members at every moment.
    await joinMembers(change, from.id, into.id)
    const duties = await mergeAssignments(change, from.id, into.id)
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

/** One that carries tens of thousands of assignments takes a while. */
const longest = 120_000

/** In the order of their ids, so that two who merge crosswise don't wait for each other for ever. */
const lock = (tx: Transaction, ...ids: string[]) =>
  tx.$executeRaw`select from organizations where id = any(${ids}::uuid[]) order by id for update`

/** Before assignments, as everywhere: who is made the owner of one is locked first. */
const lockMembers = (tx: Transaction, organizationId: string) =>
  tx.$executeRaw`
    select from users where id in (select user_id from memberships where organization_id = ${organizationId}::uuid)
    order by id for no key update`

/** What happened meanwhile, or was done before: a double click merges once. */
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

/** As many as a sentence can hold. */
const some = (keys: string[]) => keys.slice(0, 10).join(', ') + (keys.length > 10 ? ' …' : '')
