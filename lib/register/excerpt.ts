const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Returns whether a title consists only of words of its quote, so that showing one of them is enough. */
export const repeatsQuote = (title: string, quote: string) => plain(quote).includes(plain(title))
