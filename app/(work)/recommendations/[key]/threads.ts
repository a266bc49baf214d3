import type { Note } from '@/lib/register/annotations'

/** A note and the answers to it, the first of them first. */
export type Thread = { note: Note; answers: Note[] }

/**
 * Answers stand under what they answer. Of what people withdrew themselves only that remains which others have answered;
 * what a coordinator withdrew stays, with the reason.
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
