/** Puts a value among those of a statement, and answers its place. */
export type Place = (value: unknown) => string

/** A statement under way: its values, and how to add one. */
export function statement(): { values: unknown[]; place: Place } {
  const values: unknown[] = []
  return { values, place: (value) => `$${values.push(value)}` }
}
