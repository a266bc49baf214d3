export const markOn = (place: number, start: number, quote: string, title = quote) => ({
  ...{ place, start, end: start + quote.length, quote, title },
  kind: 'action' as const,
})
