/** Texts whose characters without a letter are marked, and these characters in the order in which they were found. */
export type Marker = { mark: (text: string) => string; missing: Set<number> }

const plain = /^[\n\x20-\x7E]*$/

/** Characters that show nothing by themselves, such as marks of direction. */
const invisible = /\p{Default_Ignorable_Code_Point}/u

/** Parts of characters that are no characters, and the controls of old machines. */
const unprintable = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u

/**
 * Returns a function that replaces each character that no font has by its number, such as `[U+4E2D]`, because a letter
 * that is left out would change the text without a trace. Tabs become spaces.
 */
export function missingMarker(has: (character: number) => boolean): Marker {
  const missing = new Set<number>()
  const shown = new Map<string, string>([
    ['\n', '\n'],
    ['\t', ' '],
    ['\r', ''],
  ])
  const show = (character: string) => {
    if (invisible.test(character)) return ''
    const number = character.codePointAt(0) ?? 0
    if (!unprintable.test(character) && has(number)) return character
    missing.add(number)
    return `[${named(number)}]`
  }
  const shownOnce = (character: string) => {
    const known = shown.get(character) ?? show(character)
    shown.set(character, known)
    return known
  }
  return { missing, mark: (text) => (plain.test(text) ? text : Array.from(text, shownOnce).join('')) }
}

/** Returns the name of a character by its number, such as `U+4E2D`. */
export const named = (character: number) => `U+${character.toString(16).toUpperCase().padStart(4, '0')}`
