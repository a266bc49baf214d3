import 'server-only'
import { z } from 'zod'
import { change } from '@/lib/history/change'
import { findGroup, findOrganization } from '@/lib/organizations/find'
import type { Actor } from '@/lib/people/actor'
import { db, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { conflict, forbidden, invalid, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { KnownName, nameText } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import { Kind } from '@/prisma/generated/enums'
import { findRecommendation } from './find'
import { mayEdit } from './policy'
import { type RecommendationNow, recommendationNow } from './queries'

const Addressee = z
  .strictObject({
    words: nameText('addressee_missing'),
    /** Slugs; at most one of the two. */
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
})

type Addressed = { words: string; organizationId: string | null; groupId: string | null }
type Described = { title: string; kind: Kind; themes: string[]; addressees: Addressed[] }

/** Corrects what is our reading of a recommendation: title, kind, themes, addressees. The quote stays. */
export async function editRecommendation(actor: Actor, input: unknown): Promise<Result<RecommendationNow>> {
  const parsed = Edit.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, version, title, kind, themes } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayEdit(actor)) return forbidden('recommendation_forbidden')

  const linked = await linkedTo(parsed.data.addressees)
  if (!linked.ok) return linked

  const { id } = recommendation
  return change(actor, async (tx, record, now) => {
    const before = await readingOf(tx, id)
    const after: Described = {
      title: title ?? before.title,
      kind: kind ?? before.kind,
      themes: themes ? [...new Set(themes)] : before.themes,
      addressees: linked.addressees ?? before.addressees,
    }
    const changed = differing(before, after)
    if (changed.length === 0) return unchanged(await recommendationNow(tx, id))

    const { count } = await tx.recommendation.updateMany({
      where: { id, version },
      data: { title: after.title, kind: after.kind, themes: after.themes, changedAt: now, version: { increment: 1 } },
    })
    if (count === 0) {
      // A double click is no conflict: what it asks for stands already.
      const stands = differing(await readingOf(tx, id), after).length === 0
      const current = await recommendationNow(tx, id)
      return stands ? unchanged(current) : conflict('recommendation_changed', current)
    }
    if (changed.includes('addressees')) await replaceAddressees(tx, id, after.addressees)

    record({
      kind: 'recommendation.edited',
      subjectId: id,
      recommendationId: id,
      audience: 'internal',
      body: { before: only(before, changed), after: only(after, changed) },
    })
    return ok(await recommendationNow(tx, id))
  })
}

/** The organizations and groups that addressees are linked to, or which of them there aren't. */
async function linkedTo(addressees: z.infer<typeof Addressee>[] | undefined) {
  if (!addressees) return { ok: true, addressees: undefined } as const
  const found = await Promise.all(
    addressees.map(async ({ words, organization, group }) => ({
      words,
      organizationId: organization ? ((await findOrganization(db, organization))?.id ?? undefined) : null,
      groupId: group ? ((await findGroup(db, group))?.id ?? undefined) : null,
    })),
  )
  const errors = found.flatMap(({ organizationId, groupId }, place) => {
    const { organization = '', group = '' } = addressees[place] ?? {}
    return [
      ...(organizationId === undefined ? [unknown(place, 'organization', organization)] : []),
      ...(groupId === undefined ? [unknown(place, 'group', group)] : []),
    ]
  })
  if (errors.length > 0) return invalid(...errors)
  const linked = found.map(({ words, organizationId = null, groupId = null }) => ({ words, organizationId, groupId }))
  return { ok: true, addressees: linked } as const
}

const unknown = (place: number, party: 'organization' | 'group', name: string) =>
  ({ field: `addressees.${place}.${party}`, code: `${party}_unknown`, params: { name } }) as const

const readingOf = (tx: Transaction, id: string): Promise<Described> =>
  tx.recommendation.findUniqueOrThrow({
    where: { id },
    select: {
      title: true,
      kind: true,
      themes: true,
      addressees: { orderBy: { position: 'asc' }, select: { words: true, organizationId: true, groupId: true } },
    },
  })

const parts = ['title', 'kind', 'themes', 'addressees'] as const

const differing = (one: Described, other: Described) =>
  parts.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]))

const only = (described: Described, chosen: (keyof Described)[]): Partial<Described> =>
  Object.fromEntries(chosen.map((part) => [part, described[part]]))

async function replaceAddressees(tx: Transaction, recommendationId: string, addressees: Addressed[]) {
  await tx.addressee.deleteMany({ where: { recommendationId } })
  await tx.addressee.createMany({
    data: addressees.map((addressee, place) => ({ id: newId(), recommendationId, position: place + 1, ...addressee })),
  })
}
