/** A selected sentence of a draft: the words of a paragraph from a position on. */
export const markOn = (place: number, start: number, quote: string, title = quote) => ({
  ...{ place, start, end: start + quote.length, quote, title },
  kind: 'action' as const,
})
