import type { Language } from './language'
import { arabic } from './languages/arabic'
import { chinese } from './languages/chinese'
import { english } from './languages/english'
import { french } from './languages/french'
import { russian } from './languages/russian'
import { spanish } from './languages/spanish'
import { hitsIn, type Lexicon, lexiconOf } from './lexicon'
import type { Word } from './words'

/** The compiled words of a language. */
export type Lexicons = { code: string; words: Lexicon; headings: Lexicon; style: Lexicon; lists: Lexicon }

const languages: Record<string, Language> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
  ar: arabic,
}

const compiled = new Map<string, Lexicons>()

/** Returns the words of a language, compiled once. Languages without words of their own are read as English. */
export function lexiconsOf(language: string): Lexicons {
  const code = language.slice(0, 2).toLowerCase() in languages ? language.slice(0, 2).toLowerCase() : 'en'
  const known = compiled.get(code)
  if (known) return known
  const { table, prefixes, asking, telling, conclusions, meeting, attended, personal, lists } =
    languages[code] ?? english
  const lexicons = {
    code,
    words: lexiconOf(table, prefixes),
    headings: lexiconOf({ ask: asking, note: telling, agree: conclusions }, prefixes),
    style: lexiconOf({ agree: meeting, note: attended, first: personal }, prefixes),
    lists: lexiconOf({ ask: lists }, prefixes),
  }
  compiled.set(code, lexicons)
  return lexicons
}

/** Returns whether words contain a phrase of a lexicon. */
export const mentions = (words: readonly Word[], lexicon: Lexicon) => hitsIn(words, lexicon).length > 0
