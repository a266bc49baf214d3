const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a title is only words of its quote, as those are that were cut from it: one of the two is enough then. */
export const repeatsQuote = (title: string, quote: string) => plain(quote).includes(plain(title))
