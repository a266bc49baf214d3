const left = /(?<=^|\s)-(?:"([^"]*)"|([^\s"]+))/gu

/** What was typed into a search: the words that are wanted, and each word or quoted phrase after a minus. */
export function termsOf(q: string): { wanted: string; unwanted: string[] } {
  const unwanted = [...q.matchAll(left)].map(([, phrase, word]) =>
    phrase === undefined ? (word ?? '') : `"${phrase}"`,
  )
  return { wanted: q.replace(left, ' ').trim(), unwanted: unwanted.filter((words) => /[\p{L}\p{N}]/u.test(words)) }
}
