/** Returns the place of a column by its letters, counted from 0: A is 0, AA is 26. */
export function columnOf(letters: string): number {
  let place = 0
  for (const letter of letters) place = place * 26 + letter.charCodeAt(0) - 64
  return place - 1
}
