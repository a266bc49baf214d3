/** What sentences are chosen for: to become recommendations, or to be annotated. */
export type Mode = 'add' | 'note' | undefined

/** The part of the text that is open. */
export type Open = { code: string; part: number; language: string }
