import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { change } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { checkSimilarName } from './check-similar-names'
import { type OrganizationNow, organizationNow } from './current-state'
import { KnownSlug } from './fields'
import { findNamesakes } from './find'
import { oneAtATime } from './find-or-add'
import { mayKeepOrganizations, visibleTo } from './policy'

const Restore = z.strictObject({ slug: KnownSlug, confirmSimilar: ConfirmSimilar })

/**
 * Restores an archived organization, unless it was merged or another organization now has its name. Returns the
 * organization. Refusals: `organization_not_found`, `organization_forbidden`, `organization_merged`,
 * `organization_exists`, `organization_looks_like`, `name_of_group`, `name_of_organization`.
 */
export async function restoreOrganization(actor: Actor, input: unknown): Promise<Result<OrganizationNow>> {
  const parsed = Restore.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const organization = await db.organization.findFirst({
    where: { slug: parsed.data.slug, AND: visibleTo(actor) },
    select: { id: true, name: true, mergedInto: { select: { name: true } } },
  })
  if (!organization) return notFound('organization_not_found')

  if (!mayKeepOrganizations(actor)) return forbidden('organization_forbidden')

  const { id, name, mergedInto } = organization
  return change(actor, async ({ tx, record }) => {
    await oneAtATime(tx)
    const before = await organizationNow(tx, id)
    if (mergedInto) return conflict('organization_merged', before, { organization: mergedInto.name })
    if (!before.archivedAt) return unchanged(before)
    const [namesake] = await findNamesakes(tx, [name])
    if (namesake?.organization && !namesake.organization.archived) {
      return conflict('organization_exists', await organizationNow(tx, namesake.organization.id), { name })
    }
    const by = { actor, confirmSimilar: parsed.data.confirmSimilar }
    const checked = await checkSimilarName(tx, { id, name }, { kind: 'organization', by })
    if (!checked.ok) {
      const [error] = checked.errors
      return conflict(error?.code ?? 'organization_looks_like', before, error?.params)
    }

    await tx.organization.update({ where: { id }, data: { archivedAt: null, version: { increment: 1 } } })
    record({
      kind: 'organization.restored',
      subjectId: id,
      body: { before: { archived: true }, after: { archived: false, ...checked.recorded } },
    })
    return ok(await organizationNow(tx, id))
  })
}
