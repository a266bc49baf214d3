import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { readIn, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { conflict, type Failure, invalidField, ok, type Result, unchanged } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import type { Kind } from '@/prisma/generated/enums'
import { type RecommendationNow, recommendationNow } from './queries'

type Addressed = { words: string; organizationId: string | null; groupId: string | null }

/** The details of a recommendation, which people interpret from the text. The quote cannot be changed. */
type Reading = { title: string; kind: Kind; themes: string[]; addressees: Addressed[]; namesNobody: boolean }

/** The details that change. `theme` is added to the existing themes. */
type Changes = Partial<Reading> & { theme?: string }

const mostThemes = 20

/**
 * Runs a change of the details. Locks the row before it reads it, so that the values that are compared, recorded as the
 * state before, and overwritten are the same. Writes only details that differ.
 */
export function changeDetails(
  actor: Actor,
  id: string,
  /** The version that the person saw. Undefined if they only add something. */
  version: number | undefined,
  changesIn: (tx: Transaction) => Promise<{ ok: true; changes: Changes } | Failure>,
): Promise<Result<RecommendationNow>> {
  return change(actor, async ({ tx, record }) => {
    const answer = await changesIn(tx)
    if (!answer.ok) return answer
    const { theme, ...details } = answer.changes

    const [row] = await readIn<{ version: number }>(
      tx,
      'recommendation-version',
      sql`
      select version from recommendations where id = ${id}::uuid for no key update`,
    )
    const before = await readingOf(tx, id)
    const after = { ...before, ...details }
    if (after.namesNobody && after.addressees.length > 0) {
      if (details.namesNobody) return invalidField('namesNobody', 'names_nobody_with_addressees')
      after.namesNobody = false
    }
    if (theme !== undefined) after.themes = [...new Set([...before.themes, theme])]
    const changed = differing(before, after)
    if (changed.length === 0) return unchanged(await recommendationNow(tx, id))
    if (version !== undefined && row?.version !== version) {
      return conflict('recommendation_changed', await recommendationNow(tx, id))
    }
    if (after.themes.length > mostThemes) return invalidField('theme', 'list_too_long', { maximum: mostThemes })

    await write(tx, id, only(after, changed))
    record({
      kind: 'recommendation.edited',
      subjectId: id,
      recommendationId: id,
      body: { before: only(before, changed), after: only(after, changed) },
    })
    return ok(await recommendationNow(tx, id))
  })
}

async function write(tx: Transaction, id: string, { addressees, ...columns }: Partial<Reading>) {
  await tx.recommendation.update({
    where: { id },
    data: { ...columns, version: { increment: 1 } },
    select: { id: true },
  })
  if (addressees) await replaceAddressees(tx, id, addressees)
}

const readingOf = (tx: Transaction, id: string): Promise<Reading> =>
  tx.recommendation.findUniqueOrThrow({
    where: { id },
    select: {
      title: true,
      kind: true,
      themes: true,
      namesNobody: true,
      addressees: { orderBy: { position: 'asc' }, select: { words: true, organizationId: true, groupId: true } },
    },
  })

const parts = ['title', 'kind', 'themes', 'addressees', 'namesNobody'] as const

const differing = (one: Reading, other: Reading) =>
  parts.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]))

const only = (reading: Reading, chosen: (keyof Reading)[]): Partial<Reading> =>
  Object.fromEntries(chosen.map((part) => [part, reading[part]]))

async function replaceAddressees(tx: Transaction, recommendationId: string, addressees: Addressed[]) {
  await tx.addressee.deleteMany({ where: { recommendationId } })
  await tx.addressee.createMany({
    data: addressees.map((addressee, place) => ({ id: newId(), recommendationId, position: place + 1, ...addressee })),
  })
}
