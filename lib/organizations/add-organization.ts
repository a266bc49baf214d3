import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { change } from '@/lib/history/change'
import { isRepeatedAddition } from '@/lib/history/repeated-request'
import type { Transaction } from '@/lib/platform/db'
import { NewRowId } from '@/lib/platform/id'
import { conflict, forbidden, ok, type Result, taken, unchanged, unparsed } from '@/lib/platform/result'
import { checkSimilarName } from './check-similar-names'
import { type OrganizationNow, organizationNow } from './current-state'
import { Name, Slug } from './fields'
import { findNamesakes } from './find'
import { addition, make, oneAtATime } from './find-or-add'
import { mayKeepOrganizations } from './policy'

const Add = z.strictObject({ id: NewRowId, name: Name, slug: Slug.optional(), confirmSimilar: ConfirmSimilar })

/**
 * Adds an organization. Returns the organization. Refusals: `organization_forbidden`, `organization_sent_before`,
 * `organization_exists`, `organization_archived`, `slug_taken`.
 */
export async function addOrganization(actor: Actor, input: unknown): Promise<Result<OrganizationNow>> {
  const parsed = Add.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, name, slug, confirmSimilar } = parsed.data

  if (!mayKeepOrganizations(actor)) return forbidden('organization_forbidden')

  return change(actor, async (change) => {
    const { tx } = change
    await oneAtATime(tx)
    const refused = await answerForExistingOrganization(tx, parsed.data)
    if (refused) return refused
    const checked = await checkSimilarName(tx, { id, name }, { kind: 'organization', by: { actor, confirmSimilar } })
    if (!checked.ok) return checked

    await make(change, [{ id, name, slug, ...checked.recorded }])
    return ok(await organizationNow(tx, id))
  })
}

/** Returns the response if the ID, the name or the slug already exists. A double click adds one organization. */
async function answerForExistingOrganization(tx: Transaction, { id, name, slug }: z.infer<typeof Add>) {
  const sent = await tx.organization.findUnique({ where: { id }, select: { slug: true } })
  if (sent) {
    const current = await organizationNow(tx, id)
    const same = await isRepeatedAddition(tx, addition('organization.added', { id, name, slug: slug ?? sent.slug }))
    return same ? unchanged(current) : conflict('organization_sent_before', current)
  }
  const [namesake] = await findNamesakes(tx, [name])
  if (namesake?.organization) {
    const { archived, ...found } = namesake.organization
    const code = archived ? 'organization_archived' : 'organization_exists'
    return taken('name', code, await organizationNow(tx, found.id), { name: found.name })
  }
  const other = slug && (await tx.organization.findUnique({ where: { slug }, select: { id: true } }))
  return other ? taken('slug', 'slug_taken', await organizationNow(tx, other.id)) : undefined
}
