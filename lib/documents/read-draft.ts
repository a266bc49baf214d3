import 'server-only'
import { db } from '@/lib/platform/db'
import { type FieldError, invalid, unparsed } from '@/lib/platform/result'
import { takeTurns } from '@/lib/platform/take-turns'
import { type ReadParagraph, readPasted } from '@/lib/reading/read-blocks'
import { countSentences, cutter, type Span, sentencesOf } from '@/lib/reading/sentences'
import { suggestKind, suggestTitle } from '@/lib/suggestions/suggest-details'
import type { Kind } from '@/prisma/generated/enums'
import { DocumentDetails } from './details'
import type { Draft, Mark } from './drafts'

const mostParagraphs = 5000
/** Each sentence is a row on the page on which people select sentences. */
const mostSentences = 5000

/**
 * Checks the details and the text of a draft before people select its sentences. Returns what is wrong with them, if
 * anything is.
 */
export async function checkDraft({ id, particulars, pasted }: Pick<Draft, 'id' | 'particulars' | 'pasted'>) {
  const parsed = DocumentDetails.safeParse(particulars)
  const wrong = parsed.success ? await taken(parsed.data.code, id) : unparsed(parsed.error).errors
  await takeTurns()
  const { paragraphs, whole } = readPasted(pasted)
  await takeTurns()
  const unread: FieldError[] = [
    ...(paragraphs.length === 0 ? [{ field: 'pasted', code: 'pasted_unreadable' as const, params: {} }] : []),
    ...(whole && paragraphs.length <= mostParagraphs
      ? []
      : [{ field: 'pasted', code: 'paragraphs_too_many' as const, params: { maximum: mostParagraphs } }]),
  ]
  if (unread.length === 0 && hasManySentences(paragraphs)) {
    unread.push({ field: 'pasted', code: 'sentences_too_many', params: { maximum: mostSentences } })
  }
  await takeTurns()
  if (wrong.length + unread.length > 0) return invalid(...wrong, ...unread)
  return { ok: true } as const
}

function hasManySentences(paragraphs: ReadParagraph[]) {
  let count = 0
  return paragraphs.some(({ text }) => {
    count += countSentences(text, mostSentences - count)
    return count > mostSentences
  })
}

async function taken(code: string, id: string): Promise<FieldError[]> {
  const there = await db.document.findUnique({ where: { code, NOT: { id } }, select: { archivedAt: true } })
  if (!there) return []
  return [{ field: 'code', code: there.archivedAt ? 'document_code_archived' : 'document_exists', params: { code } }]
}

/** A sentence that can be selected, with its current or suggested title and kind. */
export type Choice = Span & { quote: string; ticked: boolean; title: string; kind: Kind }

/** Returns the paragraphs and sentences found in the text of a draft, and the text that was left out. */
export function readDraft({ pasted, marks }: Pick<Draft, 'pasted' | 'marks'>) {
  const { paragraphs, removed } = readPasted(pasted)
  const read = paragraphs.map((paragraph, place) => {
    const cut = cutter(paragraph.text)
    const sentences = sentencesOf(paragraph.text).map((span) => ({ ...span, place, quote: cut(span) }))
    return { ...paragraph, sentences }
  })
  const openings = new Map<number | undefined, boolean>()
  const claim = claiming(
    marks,
    read.flatMap(({ sentences }) => sentences),
  )
  /** Returns whether the parts of a paragraph continue a request for action. Computed once for all of them. */
  const opensAction = (parent: number | undefined) => {
    const known = openings.get(parent) ?? (parent !== undefined && suggestKind(opening(read, parent)) === 'action')
    openings.set(parent, known)
    return known
  }
  const choice = (sentence: Sentence): Choice => {
    const mark = claim(sentence)
    const { start, end, quote, place } = sentence
    const { title, kind } = mark ?? {
      title: suggestTitle(quote),
      kind: opensAction(read[place]?.parent) ? ('action' as const) : suggestKind(quote),
    }
    return { start, end, quote, ticked: mark !== undefined, title, kind }
  }
  const chosen = read.map((paragraph, place) => {
    return { ...paragraph, path: pathOf(read, place), sentences: paragraph.sentences.map(choice) }
  })
  return { leftOut: removed.map(({ text }) => text), paragraphs: chosen }
}

/** Returns the text that the parts of a paragraph continue: "States should:" makes an action of "(a) Train judges". */
function opening(paragraphs: ReadParagraph[], place: number): string {
  const { text = '', parent } = paragraphs[place] ?? {}
  if (!text.endsWith(':')) return ''
  return parent === undefined ? text : `${opening(paragraphs, parent)} ${text}`
}

/** Returns a paragraph's label with those of its parents: "18 (a)". */
function pathOf(paragraphs: ReadParagraph[], place: number): string {
  const { label = '', parent } = paragraphs[place] ?? {}
  return parent === undefined ? label : `${pathOf(paragraphs, parent)} ${label}`.trim()
}

type Sentence = Span & { place: number; quote: string }

/**
 * Returns a function that finds the mark of a sentence: at its place, or where the words are now if the text has
 * changed.
 */
function claiming(marks: Mark[], sentences: Sentence[]) {
  const at = ({ place, start, quote }: Sentence) => `${place} ${start} ${quote}`
  const there = new Set(sentences.map(at))
  const unmoved = new Map(marks.filter((mark) => there.has(at(mark))).map((mark) => [at(mark), mark]))
  const moved = new Map<string, Mark[]>()
  for (const mark of marks.toReversed()) {
    if (there.has(at(mark))) continue
    const alike = moved.get(mark.quote)
    if (alike) alike.push(mark)
    else moved.set(mark.quote, [mark])
  }
  return (sentence: Sentence) => unmoved.get(at(sentence)) ?? moved.get(sentence.quote)?.pop()
}
