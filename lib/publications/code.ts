import { randomBytes } from 'node:crypto'

/*
 * The code of a report has 80 random bits in the letters of Crockford's base 32, in four groups of four: nobody can guess
 * it, and people can read it out.
 */

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Returns the code of a new report, such as `7KQ2-M0VD-9XEA-4TRB`. */
export function newCode(): string {
  const drawn = [...randomBytes(16)].map((byte) => letters[byte % letters.length])
  return grouped(drawn.join(''))
}

const grouped = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-')

const lookAlikes: Record<string, string> = { O: '0', I: '1', L: '1' }

/**
 * Returns the code that somebody has typed, in any case, with or without hyphens, and with letters for the digits that
 * look like them. Returns undefined if it cannot be a code.
 */
export function readCode(typed: string): string | undefined {
  if (typed.length > 100) return undefined
  const code = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[OIL]/g, (letter) => lookAlikes[letter] ?? letter)
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? grouped(code) : undefined
}
