import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { type GroupNow, groupNow } from './current-state'
import { KnownSlug, Slugs } from './fields'
import { findOrganizations } from './find'
import { mayKeepGroups } from './policy'

const Remove = z.strictObject({ group: KnownSlug, organizations: Slugs })

/**
 * Removes organizations from a group. Their assignments stay. Returns the group. Refusals: `group_not_found`,
 * `group_forbidden`.
 */
export async function removeMembers(actor: Actor, input: unknown): Promise<Result<GroupNow>> {
  const parsed = Remove.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const group = await db.group.findUnique({ where: { slug: parsed.data.group }, select: { id: true } })
  if (!group) return notFound('group_not_found')

  if (!mayKeepGroups(actor)) return forbidden('group_forbidden')

  const { id } = group
  return change(actor, async ({ tx, record }) => {
    const found = await findOrganizations(tx, parsed.data.organizations, { archivedToo: true })
    if (!found.ok) return found
    const theirs = { groupId: id, organizationId: { in: found.organizations.map((one) => one.id) } }
    const members = await tx.groupMember.findMany({ where: theirs, select: { organizationId: true } })
    const { count } = await tx.groupMember.deleteMany({ where: theirs })
    if (count === 0) return unchanged(await groupNow(tx, id))

    record({
      kind: 'group.members_removed',
      subjectId: id,
      body: { before: { organizationIds: members.map(({ organizationId }) => organizationId) }, after: null },
    })
    return ok(await groupNow(tx, id))
  })
}
