import 'server-only'
import { z } from 'zod'
import { TypedDetails } from '@/lib/documents/typed-details'
import type { Transaction } from '@/lib/platform/db'
import { type Failure, unparsed } from '@/lib/platform/result'
import { checkDocument } from '@/lib/registration/check-document'
import { NewDocument } from '@/lib/registration/new-document'
import type { DocumentToStore } from '@/lib/registration/store-document'
import type { ImportCandidate } from '@/prisma/generated/client'
import { refusesAccepted } from './accepted-limits'
import { addresseesIn, dayIn } from './candidate-shape'
import { filledIn } from './import-shape'

/** What publishing takes: the code, and which candidates. */
type Asked = {
  id: string
  code?: string | undefined
  accept: 'decided' | 'above'
  confidence: number
  /** The details of the document of which it becomes an edition. */
  as?: { code: string; title: string } | undefined
}

/** A document to store, and the due dates of its recommendations, in their order. */
export type Publication = { document: DocumentToStore; dueOn: (string | undefined)[] }

const Notes = z.array(z.object({ at: z.int(), mark: z.string(), text: z.string().optional() }))

/** Returns the document that publishing an import stores, or what is wrong with it. */
export async function documentOfImport(
  tx: Transaction,
  asked: Asked,
): Promise<{ ok: true; value: Publication } | Failure> {
  const { id } = asked
  const { details } = await tx.import.findUniqueOrThrow({ where: { id }, select: { details: true } })
  const paragraphs = await tx.importParagraph.findMany({ where: { importId: id }, orderBy: { ordinal: 'asc' } })
  const candidates = await tx.importCandidate.findMany({
    where: { importId: id, ...accepted(asked) },
    orderBy: [{ paragraph: 'asc' }, { start: 'asc' }, { end: 'asc' }],
  })
  const characters = candidates.reduce((sum, { start, end }) => sum + end - start, 0)
  const many = refusesAccepted('accept', { count: candidates.length, characters })
  if (many) return many
  const { code = asked.code, ...typed } = {
    ...(asked.as ?? filledIn(TypedDetails.parse(details))),
    ...(asked.code && !asked.as && { code: asked.code }),
  }
  const parsed = NewDocument.safeParse({
    ...typed,
    code,
    id,
    paragraphs: paragraphs.map(({ label, text, heading, parent }) => {
      return {
        label,
        text: text || undefined,
        ...(heading !== null && { heading }),
        ...(parent !== null && { parent }),
      }
    }),
    recommendations: candidates.map(({ paragraph, start, end, title, kind }) => ({
      paragraph,
      start,
      end,
      title,
      kind,
    })),
  })
  if (!parsed.success) return unparsed(parsed.error)
  const checked = await checkDocument(parsed.data)
  if (!checked.ok) return checked
  return { ok: true, value: whole(checked.value, paragraphs, candidates) }
}

const accepted = ({ accept, confidence }: Asked) =>
  accept === 'decided'
    ? { decision: 'accepted' as const }
    : {
        OR: [
          { decision: 'accepted' as const },
          { decision: { in: ['suggested' as const, 'offered' as const] }, confidence: { gte: confidence } },
        ],
      }

type ParagraphRow = { section: string | null; page: number | null; notes: unknown }

/** Adds what the rules of a new document do not know: pages, notes, addressees and themes. */
function whole(document: DocumentToStore, paragraphs: ParagraphRow[], candidates: ImportCandidate[]): Publication {
  const above = document.paragraphs.map((paragraph, place) => {
    const { section = null, page = null, notes = null } = paragraphs[place] ?? {}
    return {
      ...paragraph,
      section: section ?? undefined,
      page: page ?? undefined,
      notes: notes === null ? undefined : Notes.parse(notes),
    }
  })
  const recommendations = document.recommendations.map((recommendation, place) => {
    const candidate = candidates[place]
    if (!candidate) throw new Error('A recommendation of an import has no candidate.')
    return { ...recommendation, themes: candidate.themes, addressees: addresseesIn(candidate).map(addressee) }
  })
  const dueOn = candidates.map(({ dueOn }) => (dueOn ? dayIn(dueOn) : undefined))
  return { document: { ...document, paragraphs: above, recommendations }, dueOn }
}

/** A proposed link counts only once a person has confirmed it. */
const addressee = ({ name, organizationId, groupId, match }: ReturnType<typeof addresseesIn>[number]) => ({
  words: name,
  ...(match === 'linked' && { organizationId, groupId }),
})
