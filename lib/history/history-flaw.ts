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

/** Returns the flaw of a row that no event records, or, if it has the number of an event, of one that is gone. */
export const lostOrUnrecorded = (
  table: string,
  row: { id: string; seq: number | null } | undefined,
): Flaw | undefined =>
  row && { table, row: row.id, ...(row.seq === null ? { what: 'row' } : { seq: row.seq, what: 'lost' }) }

/** Reports progress: what is checked, and how many of how many. */
export type Listener = (what: string, done: number, of: number) => void
