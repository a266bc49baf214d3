import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { titleOfLink } from '@/lib/evidence/link-title'
import { type Change, change } from '@/lib/history/change'
import type { Readers } from '@/lib/history/events'
import { keepErasure } from '@/lib/history/keep-erasure'
import { erasureFields, mayErase } from '@/lib/people/erasure-fields'
import { readIn, type Transaction } from '@/lib/platform/db'
import { prepareRemoval, settleFile } from '@/lib/platform/file-store'
import { ExistingId } from '@/lib/platform/id'
import { forbidden, invalidField, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { raw, sql } from '@/lib/platform/sql'
import { type Erasable, erasableSql, type Noun, nouns } from './queries'

const Erase = z.strictObject({
  noun: z.enum(nouns),
  id: ExistingId,
  /** The IDs of the texts, the drafts and the evidence. */
  items: z.array(z.uuid()).min(1, 'erasure_nothing').max(200, 'list_too_long'),
  ...erasureFields,
})

export type Erased = { noun: Noun; id: string; items: string[] }

/**
 * Erases texts, drafts and the content of evidence as the law requires, for good. The events and their hashes stay, and say who
 * erased what, when and why. Refusals: `session_needed`, `erasure_forbidden`, `erasure_unknown`.
 */
export async function erase(actor: Actor, input: unknown): Promise<Result<Erased>> {
  const parsed = Erase.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')
  if (!mayErase(actor)) return forbidden('erasure_forbidden')

  const { noun, id, reason } = parsed.data
  const items = [...new Set(parsed.data.items)]
  const files: string[] = []
  const result = await change<Erased>(actor, async (change) => {
    const { tx } = change
    const chosen = await chosenIn(tx, noun, id, items)
    const whole = await withTitles(tx, noun, id, chosen)
    const place = await placeOf(tx, noun, id, chosen)
    if (!place) return notFound('erasure_unknown')
    if (chosen.length === 0 && (await wereErased(tx, id, items))) return unchanged({ noun, id, items })
    if (chosen.length < items.length) return invalidField('items', 'erasure_unknown')

    const ofRecord = whole.filter(({ kind }) => kind !== 'draft').map((one) => one.id)
    const kept = await keepErasure(change, actor, ofRecord, reason)
    files.splice(0, files.length, ...chosen.flatMap(({ storedAs }) => storedAs ?? []))
    for (const file of files) await prepareRemoval(file)
    await removeContent(
      change,
      whole.map((one) => one.id),
    )
    const after = { erased: whole.map(({ id, kind }) => ({ id, kind })), reason: kept }
    record(change, { noun, id, place, after })
    return ok({ noun, id, items })
  })
  for (const file of files) await settleFile(file, !result.ok)
  return result
}

type Place = { recommendationId: string | null; readers: Readers }

/**
 * Returns the recommendation of a subject, and who may read of the erasure: nobody more than could read the events of all
 * items.
 */
async function placeOf(tx: Transaction, noun: Noun, id: string, chosen: Chosen[]): Promise<Place | undefined> {
  const select = { recommendationId: true, audience: true, organizationId: true } as const
  const ofSubject = { subjectType: noun, subjectId: id }
  const draft = chosen.some(({ kind }) => kind === 'draft') && (await tx.assignment.findUnique({ where: { id } }))
  if (draft) {
    const { recommendationId, organizationId } = draft
    return { recommendationId, readers: { audience: 'organization', organizationId } }
  }
  const naming = { OR: chosen.map((item) => ({ body: { contains: item.id } })) }
  const first =
    (await tx.event.findFirst({ where: { ...ofSubject, ...naming, audience: 'organization' }, select })) ??
    (await tx.event.findFirst({ where: ofSubject, orderBy: { seq: 'asc' }, select }))
  if (!first) return undefined
  const { recommendationId, audience, organizationId } = first
  if (audience !== 'organization') return { recommendationId, readers: { audience } }
  return organizationId === null ? undefined : { recommendationId, readers: { audience, organizationId } }
}

type Chosen = { id: string; kind: Erasable['kind']; storedAs: string | null }

/** Returns those of the items that events of the subject name and that were not erased, and the drafts among them. */
const chosenIn = (tx: Transaction, noun: Noun, id: string, items: string[]) =>
  readIn<Chosen>(
    tx,
    'erasable-chosen',
    sql`
    select x.id, x.kind, x.stored_as as "storedAs" from ${raw(erasableSql)} x
    where x.id = any(${items}::uuid[]) and exists (
      select from events e
      where e.subject_type = ${noun} and e.subject_id = ${id}::uuid and e.body like '%' || x.id || '%')
    union all
    select dr.id, 'draft', null from report_drafts dr
    where ${noun} = 'assignment' and dr.assignment_id = ${id}::uuid and dr.id = any(${items}::uuid[])
    order by id`,
  )

/** Returns the chosen items, with the titles of links that say the address which is erased. */
async function withTitles(tx: Transaction, noun: Noun, subjectId: string, chosen: Chosen[]) {
  const links = await tx.evidence.findMany({
    where: { id: { in: chosen.map(({ id }) => id) }, kind: 'link' },
    select: { url: true, title: { select: { id: true, text: true } } },
  })
  const made = links.flatMap(({ url, title }) => (url !== null && title.text === titleOfLink(url) ? [title.id] : []))
  const titles = made.filter((title) => chosen.every(({ id }) => id !== title))
  return titles.length === 0 ? chosen : [...chosen, ...(await chosenIn(tx, noun, subjectId, titles))]
}

/** Returns whether all items were erased before on this subject. */
async function wereErased(tx: Transaction, subjectId: string, items: string[]) {
  const events = await tx.event.findMany({
    where: { subjectId, kind: { endsWith: '.erased' } },
    select: { body: true },
  })
  return items.every((item) => events.some(({ body }) => body.includes(item)))
}

/** Removes the texts with their salts and mentions, the drafts, and the addresses and file names of evidence. */
async function removeContent({ tx, now }: Change, ids: string[]) {
  const where = { id: { in: ids } }
  await tx.progressReport.updateMany({ where, data: { narrative: '', erasedAt: now } })
  await tx.reason.updateMany({ where, data: { text: '', erasedAt: now } })
  await tx.annotationRevision.updateMany({ where, data: { body: '', erasedAt: now } })
  await tx.evidence.updateMany({ where, data: { url: null, storedAs: null, erasedAt: now } })
  await tx.reportDraft.deleteMany({ where })
  await tx.annotationMention.deleteMany({ where: { revisionId: { in: ids } } })
  await tx.reportMention.deleteMany({ where: { reportId: { in: ids } } })
}

type Recorded = {
  noun: Noun
  id: string
  place: Place
  after: { erased: { id: string; kind: Erasable['kind'] }[]; reason: { id: string; sha256: string } }
}

function record({ record }: Change, { noun, id: subjectId, place: { recommendationId, readers }, after }: Recorded) {
  const body = { before: null, after }
  if (noun === 'annotation') record({ kind: 'annotation.erased', subjectId, recommendationId, body }, readers)
  else if (recommendationId) record({ kind: `${noun}.erased`, subjectId, recommendationId, body }, readers)
}
