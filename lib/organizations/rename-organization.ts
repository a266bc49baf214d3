import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { change } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { conflict, forbidden, notFound, ok, type Result, taken, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { checkSimilarName } from './check-similar-names'
import { type OrganizationNow, organizationNow } from './current-state'
import { KnownSlug, Name } from './fields'
import { findNamesakes } from './find'
import { oneAtATime } from './find-or-add'
import { mayKeepOrganizations } from './policy'

const Rename = z.strictObject({ slug: KnownSlug, name: Name, version: Version, confirmSimilar: ConfirmSimilar })

/**
 * Renames an organization. Its slug stays, so that links to it still work. Returns the organization. Refusals:
 * `organization_not_found`, `organization_forbidden`, `organization_exists`, `organization_archived`,
 * `organization_changed`.
 */
export async function renameOrganization(actor: Actor, input: unknown): Promise<Result<OrganizationNow>> {
  const parsed = Rename.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { slug, name, version, confirmSimilar } = parsed.data

  const organization = await db.organization.findFirst({ where: { slug, archivedAt: null }, select: { id: true } })
  if (!organization) return notFound('organization_not_found')

  if (!mayKeepOrganizations(actor)) return forbidden('organization_forbidden')

  const { id } = organization
  return change(actor, async ({ tx, record }) => {
    await oneAtATime(tx)
    const before = await organizationNow(tx, id)
    if (before.name === name) return unchanged(before)
    const other = (await findNamesakes(tx, [name], id))[0]?.organization
    if (other) {
      const code = other.archived ? 'organization_archived' : 'organization_exists'
      return taken('name', code, await organizationNow(tx, other.id), { name: other.name })
    }

    const by = { actor, confirmSimilar }
    const checked = await checkSimilarName(tx, { id, name }, { kind: 'organization', by, before: before.name })
    if (!checked.ok) return checked

    const { count } = await tx.organization.updateMany({
      where: { id, version, archivedAt: null },
      data: { name, namesake: 0, version: { increment: 1 } },
    })
    if (count === 0) return conflict('organization_changed', await organizationNow(tx, id))

    record({
      kind: 'organization.renamed',
      subjectId: id,
      body: { before: { name: before.name }, after: { name, ...checked.recorded } },
    })
    return ok(await organizationNow(tx, id))
  })
}
