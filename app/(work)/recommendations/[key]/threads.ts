import type { Note } from '@/lib/register/annotations'

/** An annotation and its answers, the oldest answer first. */
export type Thread = { note: Note; answers: Note[] }

/**
 * Groups annotations into threads. Of the annotations that people withdrew themselves, only those with answers stay. An
 * annotation that a coordinator withdrew stays, with the reason.
 */
export function threadsIn(notes: Note[]): Thread[] {
  const byId = new Map(notes.map((note) => [note.annotation.id, note]))
  const rootOf = (note: Note): Note => {
    const parent = note.annotation.parent && byId.get(note.annotation.parent)
    return parent ? rootOf(parent) : note
  }
  return notes.flatMap((note) => {
    if (rootOf(note) !== note) return []
    const answers = notes.filter((one) => one !== note && rootOf(one) === note && !gone(one)).toReversed()
    return gone(note) && answers.length === 0 ? [] : [{ note, answers }]
  })
}

const gone = ({ annotation: { withdrawnAt, withdrawal } }: Note) => withdrawnAt !== undefined && !withdrawal
