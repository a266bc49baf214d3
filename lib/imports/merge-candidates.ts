import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { Checkbox } from '@/lib/platform/checkbox'
import type { Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { forbidden, invalidField, type Result, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import type { Span } from '@/lib/reading/sentences'
import { suggestTitle } from '@/lib/suggestions/suggest-details'
import type { ImportCandidate } from '@/prisma/generated/client'
import { ifPublishable } from './accepted-limits'
import { mostAddressees } from './candidate-addressees'
import { addresseesIn, type CandidateNow, writtenTitle } from './candidate-shape'
import { candidateIn, changedSince, inReview, which, writeCandidate } from './change-candidate'
import { mostThemes, spanOf } from './decide-candidate'
import { mayImport } from './policy'

const Merge = z.strictObject({
  ...which,
  /** The candidate that is merged into it, and the version that the person saw. */
  otherId: ExistingId,
  otherVersion: Version,
  /** Accepts the merged candidate, if not both of them were accepted. */
  accept: Checkbox,
})

/**
 * Merges two candidates of a paragraph into one, with everything between them. Its kind is that of the first named, and
 * so is its title if a person wrote it. If only one of them is accepted, nobody has accepted the merged words: it is
 * suggested again, unless `accept` is set. Returns it. Refusals: `import_forbidden`, `import_not_found`,
 * `import_not_in_review`, `candidate_not_found`, `candidate_changed`, and those of `refusesMerge`.
 */
export async function mergeCandidates(actor: Actor, input: unknown): Promise<Result<CandidateNow>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Merge.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { importId, id, version, otherId, otherVersion, accept } = parsed.data

  return inReview(importId, async (tx) => {
    const found = await candidateIn(tx, { importId, id })
    if (!found.ok) return found
    const another = await candidateIn(tx, { importId, id: otherId })
    if (!another.ok) return another
    const [row, other] = [found.value, another.value]
    if (row.id === other.id || row.paragraph !== other.paragraph) return invalidField('otherId', 'candidates_apart')
    if (row.version !== version) return changedSince(tx, row)
    if (other.version !== otherVersion) return changedSince(tx, other)
    const [start, end] = [Math.min(row.start, other.start), Math.max(row.end, other.end)]
    const decision = accept ? ('accepted' as const) : decisionOn(row, other)
    const changes = { ...together(row, other), ...(decision !== row.decision && { decision }) }
    const refused = (await refusesMerge(tx, [row, other], { start, end })) ?? refusesMany(changes)
    if (refused) return refused

    const { count } = await tx.importCandidate.deleteMany({ where: { id: other.id, version: otherVersion } })
    if (count === 0) return changedSince(tx, other)
    const span = await spanOf(tx, { importId, paragraph: row.paragraph, start, end }, row.id)
    if (!span.ok) return span
    const title = writtenTitle(row) ?? writtenTitle(other) ?? suggestTitle(span.value.quote)
    const merged = await writeCandidate(tx, actor, { row, version, changes: { ...span.value, ...changes, title } })
    return decision === 'accepted' ? ifPublishable(tx, importId, 'otherId', merged) : merged
  })
}

/**
 * Returns the refusal of a merge that would take in what people rejected, or leave a third candidate inside the merged one:
 * `candidates_differ`, `candidates_between`.
 */
async function refusesMerge(tx: Transaction, two: readonly [ImportCandidate, ImportCandidate], span: Span) {
  const [{ importId, paragraph, decision }, other] = two
  if (decision !== other.decision && [decision, other.decision].includes('rejected')) {
    return invalidField('otherId', 'candidates_differ')
  }
  const id = { notIn: two.map((one) => one.id) }
  const within = { importId, paragraph, start: { gte: span.start }, end: { lte: span.end } }
  const between = await tx.importCandidate.count({ where: { ...within, id } })
  return between > 0 ? invalidField('otherId', 'candidates_between') : undefined
}

/** Returns the refusal if there are more addressees or themes than one candidate has. */
function refusesMany({ addressees, themes }: Pick<ReturnType<typeof together>, 'addressees' | 'themes'>) {
  if (addressees.length > mostAddressees) {
    return invalidField('otherId', 'merged_addressees_many', { maximum: mostAddressees })
  }
  return themes.length > mostThemes ? invalidField('otherId', 'merged_themes_many', { maximum: mostThemes }) : undefined
}

/** Returns the decision on the words of both. */
function decisionOn(row: ImportCandidate, other: ImportCandidate) {
  if (row.decision === other.decision) return row.decision
  return [row.decision, other.decision].includes('accepted') ? ('suggested' as const) : row.decision
}

/** Returns the details that both contribute to. */
function together(row: ImportCandidate, other: ImportCandidate) {
  const own = addresseesIn(row)
  const further = addresseesIn(other).filter(({ name }) => !own.some((one) => one.name === name))
  return {
    addressees: [...own, ...further],
    themes: [...new Set([...row.themes, ...other.themes])],
    dueOn: row.dueOn ?? other.dueOn,
  }
}
