import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import { wordsOf } from './words'

/** How much of a text tells its language, in UTF-16 units. */
const enough = 20_000

const common: Record<string, ReadonlySet<string>> = {
  en: new Set('the of and to in that for is with should'.split(' ')),
  fr: new Set("le la les de des du et l' d' que pour dans".split(' ')),
  es: new Set('el la los las de del y que para en por'.split(' ')),
}
const scripts = [
  ['zh', /^\p{Script=Han}/u],
  ['ar', /^\p{Script=Arabic}/u],
  ['ru', /^\p{Script=Cyrillic}/u],
] as const

/** Returns the language that the words of a text suggest: one of the six in which recommendations are found. */
export function languageOf(paragraphs: readonly ReadParagraph[]): string {
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
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['en', 0] as [string, number])[0]
}
