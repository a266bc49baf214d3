import 'server-only'
import type { Draft } from '@/lib/documents/drafts'
import { readDraft } from '@/lib/documents/read-draft'
import { db } from '@/lib/platform/db'
import { invalidField, unparsed } from '@/lib/platform/result'
import { mapInTurns, takeTurns } from '@/lib/platform/take-turns'
import { NewDocument } from './document-fields'
import { freeKeysOf } from './given-keys'
import { leadsIn } from './lead-in'
import { type PlacedDocument, placeDocument } from './place-document'

/**
 * Returns a draft as `addDocument` takes it: its paragraphs, and the selected sentences as recommendations in the order
 * of the text.
 */
export const documentOf = (draft: Draft) => documentRead(draft, readDraft(draft))

function documentRead(draft: Draft, { paragraphs }: ReturnType<typeof readDraft>) {
  return {
    ...draft.particulars,
    id: draft.id,
    paragraphs: paragraphs.map(({ label, text, heading, parent }) => {
      return { label, text: text || undefined, heading, parent: parent === undefined ? undefined : parent + 1 }
    }),
    recommendations: paragraphs.flatMap(({ sentences }, place) =>
      sentences
        .filter(({ ticked }) => ticked)
        .map(({ start, end, title, kind }) => ({ paragraph: place + 1, start, end, title, kind })),
    ),
  }
}

/**
 * Returns what publishing a draft would create: the document's details, its paragraphs, and each recommendation with
 * its key, its quote, its lead-in and the place of its paragraph, counted from 0. Returns the errors if publishing
 * would be refused as `invalid`.
 */
export async function previewDraft(draft: Draft) {
  const whole = readDraft(draft)
  await takeTurns()
  const parsed = NewDocument.safeParse(documentRead(draft, whole))
  if (!parsed.success) return unparsed(parsed.error)
  const document = parsed.data
  if (document.recommendations.length === 0) return invalidField('marks', 'marks_missing')

  const read = await placeDocument(document)
  if (!read.ok) return read

  const keys = await freeKeysOf(db, { code: document.code, paragraphs: read.paragraphs }, read.recommendations)
  const leadOf = leadsOf(read.paragraphs)
  const recommendations = await mapInTurns(read.recommendations, (one, index) => ({
    ...one,
    key: keys[index] ?? '',
    lead: leadOf(one),
  }))
  const paragraphs = read.paragraphs.map((paragraph, place) => ({
    ...paragraph,
    path: whole.paragraphs[place]?.path ?? '',
  }))
  return { ok: true, value: { document, paragraphs, recommendations, leftOut: whole.leftOut } } as const
}

/** Returns a function for the lead-in of a recommendation, which reads each paragraph once. */
function leadsOf(placed: PlacedDocument['paragraphs']) {
  const read = new Map<number, ReturnType<typeof leadsIn>>()
  return ({ paragraph, start }: { paragraph: number; start: number }) => {
    const { text = '', parent } = placed[paragraph] ?? {}
    const lead =
      read.get(paragraph) ?? leadsIn({ text, above: parent === undefined ? undefined : placed[parent]?.text })
    read.set(paragraph, lead)
    return lead(start)
  }
}

export type DraftPreview = Extract<Awaited<ReturnType<typeof previewDraft>>, { ok: true }>['value']
