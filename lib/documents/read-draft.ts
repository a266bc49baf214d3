import 'server-only'
import { db } from '@/lib/platform/db'
import { type FieldError, invalid, unparsed } from '@/lib/platform/result'
import type { Kind } from '@/prisma/generated/enums'
import type { Draft, Mark } from './drafts'
import { guessKind, guessTitle } from './guess'
import { Particulars } from './particulars'
import { type PastedParagraph, readPasted } from './read-pasted'
import { cut, type Span, sentencesOf } from './sentences'

/** Whether a draft's particulars and text are sound, so that its sentences can be ticked; or what is wrong with them. */
export async function checkDraft({ id, particulars, pasted }: Pick<Draft, 'id' | 'particulars' | 'pasted'>) {
  const parsed = Particulars.safeParse(particulars)
  const wrong = parsed.success ? await taken(parsed.data.code, id) : unparsed(parsed.error).errors
  const empty = readPasted(pasted).paragraphs.length === 0
  const unread: FieldError[] = empty ? [{ field: 'pasted', code: 'pasted_unreadable', params: {} }] : []
  if (wrong.length + unread.length > 0) return invalid(...wrong, ...unread)
  return { ok: true } as const
}

async function taken(code: string, id: string): Promise<FieldError[]> {
  const there = await db.document.findUnique({ where: { code, NOT: { id } }, select: { archivedAt: true } })
  if (!there) return []
  return [{ field: 'code', code: there.archivedAt ? 'document_code_archived' : 'document_exists', params: { code } }]
}

/** A sentence to be ticked or not, with the title and kind that it has, or may begin with. */
export type Choice = Span & { quote: string; ticked: boolean; title: string; kind: Kind }

/** The paragraphs that we read in a draft's text, with their sentences; and what we left out. */
export function readDraft({ pasted, marks }: Pick<Draft, 'pasted' | 'marks'>) {
  const { paragraphs, leftOut } = readPasted(pasted)
  const read = paragraphs.map((paragraph, place) => ({
    ...paragraph,
    sentences: sentencesOf(paragraph.text).map((span) => ({ ...span, place, quote: cut(paragraph.text, span) })),
  }))
  const claim = claiming(
    marks,
    read.flatMap(({ sentences }) => sentences),
  )
  const choice = (sentence: Sentence): Choice => {
    const mark = claim(sentence)
    const { start, end, quote, place } = sentence
    const { title, kind } = mark ?? { title: guessTitle(quote), kind: guessKind(`${opening(read, place)} ${quote}`) }
    return { start, end, quote, ticked: mark !== undefined, title, kind }
  }
  const chosen = read.map((paragraph, place) => {
    return { ...paragraph, path: pathOf(read, place), sentences: paragraph.sentences.map(choice) }
  })
  return { leftOut, paragraphs: chosen }
}

/** What a part goes on from: "States should:" makes an action of "(a) Train judges". */
function opening(paragraphs: PastedParagraph[], place: number): string {
  const parent = paragraphs[place]?.parent
  const text = parent === undefined ? '' : (paragraphs[parent]?.text ?? '')
  return text.endsWith(':') && parent !== undefined ? `${opening(paragraphs, parent)} ${text}` : ''
}

/** A paragraph's label after those that it is part of: "18 (a)". */
function pathOf(paragraphs: PastedParagraph[], place: number): string {
  const { label = '', parent } = paragraphs[place] ?? {}
  return parent === undefined ? label : `${pathOf(paragraphs, parent)} ${label}`.trim()
}

type Sentence = Span & { place: number; quote: string }

/** Finds the mark on a sentence: at its place, or wherever the words have moved since the text was changed. */
function claiming(marks: Mark[], sentences: Sentence[]) {
  const at = ({ place, start, quote }: Sentence) => `${place} ${start} ${quote}`
  const there = new Set(sentences.map(at))
  const unmoved = new Map(marks.filter((mark) => there.has(at(mark))).map((mark) => [at(mark), mark]))
  const moved = marks.filter((mark) => !there.has(at(mark)))
  return (sentence: Sentence) => {
    const mark = unmoved.get(at(sentence))
    if (mark) return mark
    const found = moved.findIndex(({ quote }) => quote === sentence.quote)
    return found === -1 ? undefined : moved.splice(found, 1)[0]
  }
}
