import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import { wordsOf } from './words'

/** How much of a text tells its language, in UTF-16 units. */
const enough = 20_000

const common: Record<string, ReadonlySet<string>> = {
  en: new Set('the of and to in that for is with should'.split(' ')),
  fr: new Set("le la les de des du et l' d' que pour dans".split(' ')),
  es: new Set('el la los las de del y que para en por'.split(' ')),
  pt: new Set('os do da dos das e em que para não uma'.split(' ')),
  de: new Set('der die das und den von zu für mit ist'.split(' ')),
  it: new Set('il di che la e per del della gli dei'.split(' ')),
}
const scripts = [
  ['zh', /^\p{Script=Han}/u],
  ['ar', /^\p{Script=Arabic}/u],
  ['ru', /^\p{Script=Cyrillic}/u],
] as const

const known = new Set([...Object.keys(common), ...scripts.map(([language]) => language)])

/** Returns whether a file that says it is in one language has a text in another. */
export function contradicts(stated: string, found: string | undefined): boolean {
  const [language = ''] = stated.toLowerCase().split('-', 1)
  return found !== undefined && known.has(language) && language !== found
}

/** So many words of a language must be in a text that is said to be in it. */
const least = 5

/** Returns the language that the words of a text suggest, if they are enough. */
export function languageIn(paragraphs: readonly ReadParagraph[]): string | undefined {
  const [language, words] = mostUsed(paragraphs)
  return words < least ? undefined : language
}

/** Returns the language that the words of a text suggest. Without any, it is read as English. */
export const languageOf = (paragraphs: readonly ReadParagraph[]) => mostUsed(paragraphs)[0]

function mostUsed(paragraphs: readonly ReadParagraph[]): readonly [string, number] {
  const counts = new Map<string, number>()
  const count = (language: string) => counts.set(language, (counts.get(language) ?? 0) + 1)
  let read = 0
  for (const { text } of paragraphs) {
    for (const { text: word } of wordsOf(text.slice(0, enough - read))) {
      for (const [language, script] of scripts) if (script.test(word)) count(language)
      for (const [language, words] of Object.entries(common)) if (words.has(word)) count(language)
    }
    read += text.length
    if (read >= enough) break
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['en', 0] as const)
}
