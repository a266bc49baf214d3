/** The first thing that does not agree with the history. */
export type Flaw = {
  /** The number of the event. */
  seq?: number
  what: 'gap' | 'link' | 'hash' | 'head' | 'words' | 'row' | 'lost' | 'field' | 'file' | 'missing'
  /** The ID of the row. */
  row?: string
  /** The table of the row. */
  table?: string
  /** The field whose value differs from that in the history. */
  field?: string
}

/** Reports progress: what is checked, and how many of how many. */
export type Listener = (what: string, done: number, of: number) => void
