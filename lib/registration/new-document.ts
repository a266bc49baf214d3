import { z } from 'zod'
import { DocumentDetails } from '@/lib/documents/details'
import { longestPath } from '@/lib/keys/make-keys'
import { NewRowId } from '@/lib/platform/id'
import type { FieldError } from '@/lib/platform/result'
import { nameText, sourceText } from '@/lib/platform/text'
import { cutting } from '@/lib/reading/characters'
import { codePoints, cutter } from '@/lib/reading/sentences'
import { Label, Marked, Reference } from '@/lib/recommendations/marked-passage'

const Paragraph = z.strictObject({
  label: Label.or(z.literal('')),
  /** Missing if the paragraph is only the label above its parts, as in "16. (a)". */
  text: sourceText('paragraph_text_missing', 20_000)
    .refine((text) => text.trim() !== '', 'paragraph_text_missing')
    .default(''),
  heading: nameText('field_unreadable', 300).optional(),
  parent: Reference.optional(),
})

/** The largest number of recommendations of one document. */
export const mostRecommendations = 10_000

export const NewDocument = z.strictObject({
  ...DocumentDetails.shape,
  id: NewRowId,
  paragraphs: z.array(Paragraph).min(1, 'paragraphs_missing').max(20_000, 'list_too_long'),
  recommendations: z.array(Marked).max(mostRecommendations, 'list_too_long'),
})

export type NewDocument = z.output<typeof NewDocument>

const labelBytes = (label: string, place: number) => Buffer.byteLength(label.toLowerCase() || `p${place + 1}`)

/** Returns the paragraphs with the places of their parents, counted from 0, and the errors of each row. */
export function placedParagraphs({ paragraphs }: NewDocument) {
  const errors: FieldError[] = []
  const called = new Map<string, number>()
  const paths: number[] = []
  const placed = paragraphs.map(({ label, text, heading, parent }, place) => {
    const found = typeof parent === 'number' ? parent - 1 : parent === undefined ? undefined : called.get(parent)
    const within = found !== undefined && found < place ? found : undefined
    const wrong = (code: FieldError['code'], params: FieldError['params']) =>
      errors.push({ field: `paragraphs.${place}.parent`, code, params })
    if (parent !== undefined && within === undefined) wrong('parent_paragraph_unknown', { label: parent })

    const path = labelBytes(label, place) + (within === undefined ? 0 : (paths[within] ?? 0) + 1)
    if (path > longestPath) wrong('paragraph_too_deep', { maximum: longestPath })
    paths.push(path)
    if (label !== '') called.set(label, place)
    return { label, text, heading, ...(within !== undefined && { parent: within }) }
  })
  const parents = new Set(placed.map(({ parent }) => parent))
  for (const [place, { label, text }] of placed.entries()) {
    if (text !== '' || (label !== '' && parents.has(place))) continue
    errors.push({ field: `paragraphs.${place}.text`, code: 'paragraph_text_missing', params: {} })
  }
  return { placed, errors }
}

/** The largest total length of quotes in one document, which can overlap. In code points. */
export const mostQuoted = 2_000_000

/**
 * Returns the recommendations with their quotes and the places of their paragraphs, counted from 0, and the errors of
 * each row.
 */
export function markedSpans({ paragraphs, recommendations }: NewDocument) {
  const errors: FieldError[] = []
  const seen = new Set<string>()
  const placesOf = findingPlaces(paragraphs)
  const texts = new Map<number, ReturnType<typeof reading>>()
  let quoted = 0
  const marked = recommendations.flatMap(({ paragraph, start, end, title, kind }, row) => {
    const wrong = (field: string, code: FieldError['code'], params = {}) => {
      errors.push({ field: `recommendations.${row}.${field}`, code, params })
      return []
    }
    const places = placesOf(paragraph)
    const [place] = places
    if (place === undefined) return wrong('paragraph', 'paragraph_unknown', { label: paragraph })
    if (places.length > 1) return wrong('paragraph', 'paragraph_ambiguous', { label: paragraph })
    const span = `${place} ${start} ${end}`
    if (seen.has(span)) return wrong('start', 'span_repeated')
    seen.add(span)
    quoted += Math.max(end - start, 0)
    if (quoted > mostQuoted) return wrong('end', 'text_too_long')
    const { cut, cuts } = texts.get(place) ?? reading(paragraphs[place]?.text ?? '')
    texts.set(place, { cut, cuts })
    const quote = cut({ start, end })
    if (codePoints(quote) !== end - start || quote.trim() === '') return wrong('end', 'span_unreadable')
    if (cuts({ start, end })) return wrong('end', 'span_cuts_character')
    return [{ paragraph: place, start, end, quote, title, kind }]
  })
  return { marked, errors }
}

const reading = (text: string) => ({ cut: cutter(text), cuts: cutting(text) })

function findingPlaces(paragraphs: NewDocument['paragraphs']) {
  const byLabel = new Map<string, number[]>()
  for (const [place, { label }] of paragraphs.entries()) {
    if (label === '') continue
    const alike = byLabel.get(label)
    if (alike) alike.push(place)
    else byLabel.set(label, [place])
  }
  return (reference: Reference): number[] => {
    if (typeof reference === 'string') return byLabel.get(reference) ?? []
    return reference <= paragraphs.length ? [reference - 1] : []
  }
}
