/**
 * Returns every beginning with every end, divided by "|": "it is|it would be" with "vital|useful" are four phrases.
 */
export const combined = (beginnings: string, ends: string): string =>
  divided(beginnings)
    .flatMap((beginning) => divided(ends).map((end) => `${beginning} ${end}`))
    .join('|')

const divided = (phrases: string) => phrases.split('|').map((phrase) => phrase.trim())
