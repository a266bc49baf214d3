import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { dateOf } from '@/lib/history/explain-dates'
import type { Transaction } from '@/lib/platform/db'
import { forbidden, type Result, taken, unparsed } from '@/lib/platform/result'
import { nameText, writtenDay } from '@/lib/platform/text'
import { wholeNumber } from '@/lib/platform/whole-number'
import { spanIn } from '@/lib/reading/find-span'
import { cut, withoutSpace } from '@/lib/reading/sentences'
import type { ImportCandidate } from '@/prisma/generated/client'
import { Kind } from '@/prisma/generated/enums'
import { ifPublishable } from './accepted-limits'
import { CandidateAddressees, linkedAddressees } from './candidate-addressees'
import type { CandidateNow } from './candidate-shape'
import { type Changes, candidateIn, candidateNow, inReview, which, writeCandidate } from './change-candidate'
import { mayImport } from './policy'
import { undecided } from './undecided'

/** The largest number of themes of one candidate. */
export const mostThemes = 20

/** What people change of a candidate. */
export const details = {
  title: nameText('title_missing', 300).optional(),
  kind: z.enum(Kind, 'kind_missing').optional(),
  addressees: CandidateAddressees.optional(),
  themes: z.array(nameText('theme_missing', 80)).max(mostThemes, 'list_too_long').optional(),
  dueOn: writtenDay('day_unreadable').nullable().optional(),
}

const Decide = z.strictObject({
  ...which,
  ...details,
  decision: z.enum(['accepted', 'rejected', 'suggested'], 'decision_unknown').optional(),
  /** In code points of the paragraph. */
  start: wholeNumber('span_unreadable', 0).optional(),
  end: wholeNumber('span_unreadable', 1).optional(),
})

type Decide = z.output<typeof Decide>

/**
 * Decides on a candidate, or changes its details or its span. The decision `suggested` takes a decision back: the
 * candidate is again what its confidence makes it. Returns the candidate. Refusals: `import_forbidden`,
 * `import_not_found`, `import_not_in_review`, `candidate_not_found`, `candidate_changed`, `candidate_there`.
 */
export async function decideCandidate(actor: Actor, input: unknown): Promise<Result<CandidateNow>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Decide.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const asked = parsed.data

  return inReview(asked.importId, async (tx) => {
    const found = await candidateIn(tx, asked)
    if (!found.ok) return found
    const span = await spanChanges(tx, found.value, asked)
    if (!span.ok) return span
    const linked = await linkedAddressees(tx, asked.addressees)
    if (!linked.ok) return linked
    const { title, kind, themes, dueOn, decision, version } = asked
    const changes: Changes = {
      ...(title !== undefined && { title }),
      ...(kind !== undefined && { kind }),
      ...(themes && { themes: [...new Set(themes)] }),
      ...(dueOn !== undefined && { dueOn: dateOf(dueOn) }),
      ...(decision && { decision: decision === 'suggested' ? undecided(found.value.confidence) : decision }),
      ...(linked.value && { addressees: linked.value }),
      ...span.value,
    }
    const result = await writeCandidate(tx, actor, { row: found.value, version, changes })
    const accepted = result.ok && result.value.decision === 'accepted'
    return accepted ? ifPublishable(tx, asked.importId, 'decision', result) : result
  })
}

/** Returns the changes for another span, if one is asked for. */
async function spanChanges(tx: Transaction, row: ImportCandidate, asked: Pick<Decide, 'start' | 'end'>) {
  const { start = row.start, end = row.end } = asked
  if (start === row.start && end === row.end) return { ok: true, value: {} } as const
  return spanOf(tx, { importId: row.importId, paragraph: row.paragraph, start, end }, row.id)
}

type Wanted = { importId: string; paragraph: number; start: number; end: number }

/**
 * Returns a span of a paragraph without the space around it, and its quote. Returns the refusal also if another candidate
 * has the same span.
 */
export async function spanOf(tx: Transaction, { importId, paragraph, ...wanted }: Wanted, except?: string) {
  const { text } = await tx.importParagraph.findUniqueOrThrow({
    where: { importId_ordinal: { importId, ordinal: paragraph } },
    select: { text: true },
  })
  const { start, end } = withoutSpace(text, wanted)
  const span = spanIn(text, { start, end, words: undefined, occurrence: undefined, at: undefined })
  if (!span.ok) return span
  const other = await tx.importCandidate.findUnique({
    where: { importId_paragraph_start_end: { importId, paragraph, start, end } },
    select: { id: true },
  })
  if (other && other.id !== except) return taken('start', 'candidate_there', await candidateNow(tx, other.id))
  return { ok: true, value: { start, end, quote: cut(text, { start, end }) } } as const
}
