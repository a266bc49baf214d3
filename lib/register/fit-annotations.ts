import type { Note } from './annotations'

/**
 * How much text of annotations one page shows, in bytes. A sign of Markdown counts as 10, because it may become an
 * element. Beyond it an annotation is shown by its beginning, so that many long ones cannot hold up the server.
 */
const mostOnPage = 35_000
const perSign = 10

/** How much of a page a text takes. */
export const weightOf = (text: string) =>
  Buffer.byteLength(text) + perSign * (text.match(/[-*_`[\]<>#\n]/g)?.length ?? 0)

/**
 * Marks the annotations of which a page shows only the beginning, and leaves out earlier texts for which there is no
 * room. The annotation with the ID `first` gets its room first, then the newest ones.
 */
export function fitAnnotations(notes: readonly Note[], first: string | undefined): Note[] {
  let left = mostOnPage
  const fits = (text: string) => {
    const weight = weightOf(text)
    // The first text has its room, however long it is.
    if (weight > left && left < mostOnPage) return false
    left -= weight
    return true
  }
  const isFirst = ({ annotation: { id } }: Note) => id === first
  const inOrder = [...notes.filter(isFirst), ...notes.filter((note) => !isFirst(note))]
  const whole = new Set(inOrder.filter((note) => fits(note.annotation.body) || isFirst(note)))
  const earlier = new Map(
    inOrder.map((note) => [note, whole.has(note) ? note.earlier.filter(({ body }) => fits(body)) : []]),
  )
  return notes.map((note) => ({
    ...note,
    earlier: earlier.get(note) ?? [],
    ...(!whole.has(note) && { beginningOnly: true as const }),
  }))
}
