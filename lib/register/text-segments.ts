import type { Span } from '@/lib/reading/sentences'

/** A part of a paragraph's text. `first` marks the first part of the recommendation to which it belongs. */
export type TextSegment<Other> = { text: string; other?: Other; first: boolean }

/**
 * The part of the text that the page is about, divided where its annotations and other recommendations begin and end.
 */
export type Ours<Other, Note> = { parts: (TextSegment<Other> & { note?: Note })[] }

/**
 * Divides a paragraph into this recommendation, the other recommendations, and the text between them. If they overlap,
 * this one takes precedence, then the one that begins first. Offsets are code points.
 */
export function textSegmentsOf<Other extends Span, Note extends Span>(
  text: string,
  ours: Span,
  others: readonly Other[],
  notes: readonly Note[],
): (TextSegment<Other> | Ours<Other, Note>)[] {
  const characters = [...text]
  const shown = new Set<Other>()
  const inOrder = [...others].sort((a, b) => a.start - b.start)

  const cut = (from: number, to: number, cutters: readonly Span[]) => {
    const edges = cutters.flatMap(({ start, end }) => [start, end]).filter((edge) => edge > from && edge < to)
    const ends = [...new Set([...edges, to])].sort((a, b) => a - b)
    return ends.map((end, place) => ({ start: ends[place - 1] ?? from, end }))
  }
  const otherOn = reaching(inOrder)
  const stretch = (span: Span) => {
    const other = otherOn(span)
    const first = other !== undefined && !shown.has(other)
    if (other) shown.add(other)
    return { text: characters.slice(span.start, span.end).join(''), first, ...(other && { other }) }
  }
  const beside = (from: number, to: number) =>
    from < to ? joined(cut(from, to, inOrder).map(stretch), ({ other }) => other) : []

  const before = beside(0, ours.start)
  const within = cut(ours.start, ours.end, [...inOrder, ...notes]).map((span) => {
    const note = notes.find((one) => covers(one, span))
    return { ...stretch(span), ...(note && { note }) }
  })
  const parts = joined(within, ({ note, other }) => note ?? other)
  return [...before, { parts }, ...beside(ours.end, characters.length)]
}

/** Divides the text of a paragraph where other spans begin and end, without a recommendation of its own. */
export function textSegmentsIn<Other extends Span>(text: string, others: readonly Other[]): TextSegment<Other>[] {
  const end = [...text].length
  return textSegmentsOf(text, { start: end, end }, others, []).flatMap((stretch) =>
    'parts' in stretch ? [] : [stretch],
  )
}

/**
 * Returns a function that finds the first of several spans, in the order of their starts, that covers a given span.
 * Must be called with spans in ascending order, none of which crosses an end, so that each span is read once.
 */
function reaching<Other extends Span>(inOrder: readonly Other[]) {
  let place = 0
  return (span: Span) => {
    while ((inOrder[place]?.end ?? Number.POSITIVE_INFINITY) <= span.start) place++
    const one = inOrder[place]
    return one && covers(one, span) ? one : undefined
  }
}

const covers = (span: Span, { start, end }: Span) => span.start <= start && end <= span.end

/** Joins successive parts that belong to the same thing. */
function joined<S extends { text: string; first: boolean }>(stretches: S[], belongsTo: (stretch: S) => unknown): S[] {
  const whole: S[] = []
  for (const stretch of stretches) {
    const last = whole.at(-1)
    if (last && !stretch.first && belongsTo(last) === belongsTo(stretch)) {
      whole[whole.length - 1] = { ...last, text: last.text + stretch.text }
    } else whole.push(stretch)
  }
  return whole
}
