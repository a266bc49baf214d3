import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { forbidden, invalid, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { type GroupNow, groupNow } from './answers'
import { KnownSlug, Slugs } from './fields'
import { mayKeepGroups } from './policy'

const Remove = z.strictObject({ group: KnownSlug, organizations: Slugs })

/**
 * Takes organizations out of a group; what they owe stays with them. Answers the group. Refusals: `group_not_found`,
 * `group_forbidden`.
 */
export async function removeMembers(actor: Actor, input: unknown): Promise<Result<GroupNow>> {
  const parsed = Remove.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const slugs = parsed.data.organizations

  const group = await db.group.findUnique({ where: { slug: parsed.data.group }, select: { id: true } })
  if (!group) return notFound('group_not_found')

  if (!mayKeepGroups(actor)) return forbidden('group_forbidden')

  const known = await db.organization.findMany({ where: { slug: { in: slugs } }, select: { id: true, slug: true } })
  const missing = slugs.flatMap((slug, place) =>
    known.some((one) => one.slug === slug)
      ? []
      : [{ field: `organizations.${place}`, code: 'organization_unknown', params: { name: slug } } as const],
  )
  if (missing.length > 0) return invalid(...missing)

  const { id } = group
  return change(actor, async ({ tx, record }) => {
    const theirs = { groupId: id, organizationId: { in: known.map((one) => one.id) } }
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
