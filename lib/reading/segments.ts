type Reading = {
  /** How much of the text the segmenter gets at once, in UTF-16 units. */
  piece: number
  /** How many of the last segments of a piece may continue in the next piece. */
  uncertain: number
}

/**
 * Yields the segments of a text. `Intl.Segmenter` takes a time for each segment that grows with the whole text, so it
 * gets the text in pieces.
 */
export function* segmentsIn(segmenter: Intl.Segmenter, text: string, { piece, uncertain }: Reading) {
  let start = 0
  let size = piece
  while (start < text.length) {
    const end = wholePointsTo(text, start + size)
    const found = [...segmenter.segment(text.slice(start, end))]
    const certain = end === text.length ? found : found.slice(0, -uncertain)
    const last = certain.at(-1)
    size = last ? piece : size * 2
    for (const { segment, index } of certain) yield { segment, index: start + index }
    if (last) start += last.index + last.segment.length
  }
}

/** Returns the end of a piece, moved past the second half of a code point, which alone would look like a character. */
function wholePointsTo(text: string, end: number): number {
  if (end >= text.length) return text.length
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end
}
