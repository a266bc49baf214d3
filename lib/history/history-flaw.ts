/** The first thing in the history that is not as it was written. */
export type Flaw = {
  /** The event, where the flaw is in one. */
  seq?: number
  what: 'gap' | 'link' | 'hash' | 'words' | 'row' | 'lost' | 'field'
  /** The row, where the flaw is in one. */
  row?: string
  /** Its table. */
  table?: string
  /** The field that has another value than history tells. */
  field?: string
}

/** Hears how far the walk has come: what is looked at, and how many of how many. */
export type Listener = (what: string, done: number, of: number) => void
