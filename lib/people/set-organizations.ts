import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { SlugOrName } from '@/lib/organizations/fields'
import { findOrganizations } from '@/lib/organizations/find'
import { holdFound } from '@/lib/organizations/hold-organizations'
import { recordedMemberships } from '@/lib/organizations/memberships'
import { db } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { MembershipKind } from '@/prisma/generated/enums'
import { maySetOrganizations } from './policy'
import { findPerson, type Person, personNow } from './queries'

const Membership = z.strictObject({
  organization: SlugOrName,
  kind: z.enum(MembershipKind, 'membership_kind_missing').default('main'),
})

const Setting = z.strictObject({
  id: ExistingId,
  version: Version,
  organizations: z.array(Membership).max(200, 'list_too_long'),
})

/**
 * Sets the organizations to which a person belongs, as main or alternate focal point. Refusals: `session_needed`,
 * `user_not_found`, `organizations_forbidden`, `user_changed`.
 */
export async function setOrganizations(actor: Actor, input: unknown): Promise<Result<Person>> {
  const parsed = Setting.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { id, version, organizations } = parsed.data
  if (!(await findPerson(actor, id))) return notFound('user_not_found')

  if (!maySetOrganizations(actor, { id })) return forbidden('organizations_forbidden')

  const found = await findOrganizations(
    db,
    organizations.map(({ organization }) => organization),
  )
  if (!found.ok) return found

  return change(actor, async ({ tx, record }) => {
    const held = await holdFound(tx, found)
    if (!held.ok) return held
    const wanted = new Map(
      held.ids.map((organizationId, place) => [organizationId, organizations[place]?.kind ?? 'main']),
    )
    await tx.$executeRaw`select from users where id = ${id}::uuid for no key update`
    const memberships = await tx.membership.findMany({ where: { userId: id }, orderBy: { organizationId: 'asc' } })
    const same =
      memberships.length === wanted.size && memberships.every((one) => wanted.get(one.organizationId) === one.kind)
    if (same) return unchanged(await personNow(tx, id))

    const { count } = await tx.user.updateMany({ where: { id, version }, data: { version: { increment: 1 } } })
    if (count === 0) return conflict('user_changed', await personNow(tx, id))

    await tx.membership.deleteMany({ where: { userId: id } })
    const data = [...wanted].map(([organizationId, kind]) => ({ userId: id, organizationId, kind }))
    await tx.membership.createMany({ data })
    const body = { before: recordedMemberships(memberships), after: recordedMemberships(data) }
    record({ kind: 'user.organizations_changed', subjectId: id, body })
    return ok(await personNow(tx, id))
  })
}
