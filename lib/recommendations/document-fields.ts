import { z } from 'zod'
import { Particulars } from '@/lib/documents/particulars'
import { cut } from '@/lib/documents/sentences'
import { GivenId } from '@/lib/platform/id'
import type { FieldError } from '@/lib/platform/result'
import { nameText, sourceText } from '@/lib/platform/text'
import { Kind } from '@/prisma/generated/enums'

const Label = nameText('field_unreadable', 40)

/** A paragraph by its label, read as labels are, or by its ordinal where labels repeat. */
const Reference = z.union(
  [Label, z.string(), z.int('paragraph_unreadable').positive('paragraph_unreadable')],
  'paragraph_unreadable',
)

const Paragraph = z.strictObject({
  label: Label.or(z.literal('')),
  text: sourceText('paragraph_text_missing', 20_000).refine((text) => text.trim() !== '', 'paragraph_text_missing'),
  heading: nameText('field_unreadable', 300).optional(),
  parent: Reference.optional(),
})

/** A recommendation by its place: a paragraph, and a stretch of its text in Unicode code points. */
export const Marked = z.strictObject({
  paragraph: Reference,
  /** Code points of the paragraph's text. */
  start: z.int('span_unreadable').min(0, 'span_unreadable'),
  end: z.int('span_unreadable').min(1, 'span_unreadable'),
  title: nameText('title_missing', 300).optional(),
  kind: z.enum(Kind, 'kind_missing').optional(),
})

export const NewDocument = z.strictObject({
  ...Particulars.shape,
  id: GivenId,
  paragraphs: z.array(Paragraph).min(1, 'paragraphs_missing').max(5000, 'list_too_long'),
  recommendations: z.array(Marked).max(5000, 'list_too_long'),
})

export type NewDocument = z.output<typeof NewDocument>
export type Reference = z.output<typeof Reference>

/** How long the labels of a paragraph and of all that it is part of may be, since a key is made of them. */
const longestPath = 2000

const labelBytes = (label: string, place: number) => Buffer.byteLength(label.toLowerCase() || `p${place + 1}`)

/** The paragraphs with the places, from 0, of those that they are part of; and what is wrong, row by row. */
export function placedParagraphs({ paragraphs }: NewDocument) {
  const errors: FieldError[] = []
  const paths: number[] = []
  const placed = paragraphs.map(({ label, text, heading, parent }, place) => {
    paths[place] = labelBytes(label, place)
    if (parent === undefined) return { label, text, heading }
    const before = paragraphs.slice(0, place)
    const found =
      typeof parent === 'number' ? parent - 1 : before.findLastIndex((one) => one.label !== '' && one.label === parent)
    const wrong = (code: FieldError['code'], params: FieldError['params']) =>
      errors.push({ field: `paragraphs.${place}.parent`, code, params })
    if (found >= 0 && found < place) {
      paths[place] += paths[found] ?? 0
      if (paths[place] > longestPath) wrong('paragraph_too_deep', { maximum: longestPath })
      return { label, text, heading, parent: found }
    }
    wrong('parent_paragraph_unknown', { label: parent })
    return { label, text, heading }
  })
  return { placed, errors }
}

/** The recommendations with the places of their paragraphs and their quotes; and what is wrong, row by row. */
export function markedSpans({ paragraphs, recommendations }: NewDocument) {
  const errors: FieldError[] = []
  const seen = new Set<string>()
  const marked = recommendations.flatMap(({ paragraph, start, end, title, kind }, row) => {
    const wrong = (field: string, code: FieldError['code'], params = {}) => {
      errors.push({ field: `recommendations.${row}.${field}`, code, params })
      return []
    }
    const places = placesOf(paragraphs, paragraph)
    const [place] = places
    if (place === undefined) return wrong('paragraph', 'paragraph_unknown', { label: paragraph })
    if (places.length > 1) return wrong('paragraph', 'paragraph_ambiguous', { label: paragraph })
    const text = paragraphs[place]?.text ?? ''
    const quote = cut(text, { start, end })
    if (end > [...text].length || quote.trim() === '') return wrong('end', 'span_unreadable')
    const span = `${place} ${start} ${end}`
    if (seen.has(span)) return wrong('start', 'span_repeated')
    seen.add(span)
    return [{ paragraph: place, start, end, quote, title, kind }]
  })
  return { marked, errors }
}

function placesOf(paragraphs: NewDocument['paragraphs'], reference: Reference): number[] {
  if (typeof reference === 'number') return reference <= paragraphs.length ? [reference - 1] : []
  return paragraphs.flatMap(({ label }, place) => (label !== '' && label === reference ? [place] : []))
}
