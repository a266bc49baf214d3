const romanDigits: [string, number][] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

/** Returns a number in lower-case Roman numerals, or in figures where there are none. */
export function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  let rest = number
  let written = ''
  for (const [digit, value] of romanDigits) {
    while (rest >= value) {
      written += digit
      rest -= value
    }
  }
  return written
}

/** Returns a number in letters as browsers count them: a … z, aa, ab … */
export function letters(number: number): string {
  if (number < 1) return String(number)
  let rest = number
  let written = ''
  while (rest > 0) {
    rest--
    written = String.fromCharCode(97 + (rest % 26)) + written
    rest = Math.floor(rest / 26)
  }
  return written
}
