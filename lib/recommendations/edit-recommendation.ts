import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { findGroup, findOrganization } from '@/lib/organizations/find'
import { holdOrganizations } from '@/lib/organizations/hold-organizations'
import type { Transaction } from '@/lib/platform/db'
import { forbidden, invalid, notFound, type Result, unparsed } from '@/lib/platform/result'
import { KnownName, nameText } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import { Kind } from '@/prisma/generated/enums'
import { changeDetails } from './change-details'
import { findRecommendation } from './find'
import { mayEdit } from './policy'
import type { RecommendationNow } from './queries'

const Addressee = z
  .strictObject({
    words: nameText('addressee_missing'),
    /** Slugs. At most one of the two. */
    organization: KnownName.optional(),
    group: KnownName.optional(),
  })
  .refine(({ organization, group }) => !(organization && group), { path: ['group'], error: 'addressee_one_party' })

const Edit = z.strictObject({
  key: KnownName,
  version: Version,
  title: nameText('title_missing', 300).optional(),
  kind: z.enum(Kind, 'kind_missing').optional(),
  themes: z.array(nameText('theme_missing', 80)).max(20, 'list_too_long').optional(),
  addressees: z.array(Addressee).max(50, 'list_too_long').optional(),
  /** Whether the text addresses nobody. Adding an addressee sets it to false. */
  namesNobody: z.boolean('field_unreadable').optional(),
})

/**
 * Edits the title, kind, themes and addressees of a recommendation. The quote stays. Returns the recommendation.
 * Refusals: `recommendation_not_found`, `recommendation_forbidden`, `recommendation_changed`.
 */
export async function editRecommendation(actor: Actor, input: unknown): Promise<Result<RecommendationNow>> {
  const parsed = Edit.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, version, title, kind, themes, namesNobody } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayEdit(actor)) return forbidden('recommendation_forbidden')

  return changeDetails(actor, recommendation.id, version, async (tx) => {
    const linked = await linkedTo(tx, parsed.data.addressees)
    if (!linked.ok) return linked
    const changes = {
      ...(title !== undefined && { title }),
      ...(kind !== undefined && { kind }),
      ...(themes && { themes: [...new Set(themes)] }),
      ...(linked.addressees && { addressees: linked.addressees }),
      ...(namesNobody !== undefined && { namesNobody }),
    }
    return { ok: true, changes }
  })
}

/**
 * Returns the organizations and groups to which addressees are linked, and locks them. Returns an error for each that
 * does not exist.
 */
async function linkedTo(tx: Transaction, addressees: z.infer<typeof Addressee>[] | undefined) {
  if (!addressees) return { ok: true, addressees: undefined } as const
  const found = []
  for (const { words, organization, group } of addressees) {
    const organizationId = organization ? (await findOrganization(tx, organization))?.id : null
    found.push({ words, organizationId, groupId: group ? (await findGroup(tx, group))?.id : null })
  }
  const currentId = await holdOrganizations(
    tx,
    found.flatMap(({ organizationId }) => organizationId ?? []),
  )
  const linked = found.map(({ organizationId, ...one }) => {
    return { ...one, organizationId: organizationId && currentId(organizationId) }
  })
  const errors = linked.flatMap(({ organizationId, groupId }, place) => {
    const { organization = '', group = '' } = addressees[place] ?? {}
    return [
      ...(organizationId === undefined ? [unknown(place, 'organization', organization)] : []),
      ...(groupId === undefined ? [unknown(place, 'group', group)] : []),
    ]
  })
  if (errors.length > 0) return invalid(...errors)
  const sound = linked.map(({ words, organizationId = null, groupId = null }) => ({ words, organizationId, groupId }))
  return { ok: true, addressees: sound } as const
}

const unknown = (place: number, party: 'organization' | 'group', name: string) =>
  ({ field: `addressees.${place}.${party}`, code: `${party}_unknown`, params: { name } }) as const
