const left = /(?<=^|\s)-(?:"([^"]*)"|([^\s"]+))/gu

/** Returns the words of a search: those that are wanted, and each word or quoted phrase after a minus sign. */
export function termsOf(q: string): { wanted: string; unwanted: string[] } {
  const unwanted = [...q.matchAll(left)].map(([, phrase, word]) =>
    phrase === undefined ? (word ?? '') : `"${phrase}"`,
  )
  return { wanted: q.replace(left, ' ').trim(), unwanted: unwanted.filter((words) => /[\p{L}\p{N}]/u.test(words)) }
}
