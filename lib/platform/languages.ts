import { AsyncLocalStorage } from 'node:async_hooks'
import { IntlMessageFormat } from 'intl-messageformat'
import Negotiator from 'negotiator'
import { en } from '@/lib/messages/en'
import { pseudoText } from './pseudo-language'
import { currentRequest } from './request-scope'
import { cachedByText } from './text-cache'

export type Messages = typeof en

/** A language of the interface. */
type Language = {
  messages: Messages
  /** The locale for dates and numbers. */
  locale: string
  direction: 'ltr' | 'rtl'
  /** Parses a text of the catalogue. */
  read: (text: string) => IntlMessageFormat
}

// Formats dates and numbers as the United Nations does.
const english: Language = {
  messages: en,
  locale: 'en-GB',
  direction: 'ltr',
  read: (text) => new IntlMessageFormat(text, 'en'),
}

const languages = new Map<string, Language>([
  ['en', english],
  ['en-XB', { ...english, direction: 'rtl', read: pseudoText }],
])

const offers: Partial<Record<string, string[]>> = { asked: ['en', 'en-XB'], always: ['en-XB'] }

let read: string[] | undefined

/** Returns the languages of the interface. Includes the pseudo-language only if the settings say so. */
function offered(): string[] {
  // Read from the environment, where the start has checked it, because the console prints texts before it has read the
  // settings.
  read ??= offers[process.env.PSEUDO_LANGUAGE?.trim() ?? ''] ?? ['en']
  return read
}

/** Returns whether the interface has a language. */
export const isLanguageOfInterface = (code: string) => offered().includes(code)

const otherwise = () => offered()[0] ?? 'en'

const explicit = new AsyncLocalStorage<string>()

const known = (language: string | null) => (language !== null && offered().includes(language) ? language : undefined)

/**
 * Runs work in a language, whatever the request asks for, such as an email in its reader's language. Uses our first
 * language for one that we do not have.
 */
export const inLanguage = <T>(language: string | null, work: () => T): T =>
  explicit.run(known(language) ?? otherwise(), work)

/** Returns the current language of the interface: that of the request, or our first language outside requests. */
export const currentLanguage = (): string => explicit.getStore() ?? currentRequest()?.language ?? otherwise()

/** Answers the rest of the request in the language that an account has chosen, if it has chosen one. */
export function answerIn(language: string | null) {
  const scope = currentRequest()
  const chosen = known(language)
  if (scope && chosen) scope.language = chosen
}

/** Returns the language that best fits the header `Accept-Language`, or our first language if none fits. */
export const preferredLanguage = cachedByText((header: string): string => {
  const [preferred = otherwise()] = new Negotiator({ headers: { 'accept-language': header } }).languages(offered())
  return preferred
})

const languageOf = (code: string) => languages.get(code) ?? english

/** Returns the `lang` and `dir` attributes of a page in the current language. */
export function pageLanguage() {
  const lang = currentLanguage()
  return { lang, dir: languageOf(lang).direction }
}

/** Returns the locale for dates and numbers in the current language. */
export const currentLocale = () => languageOf(currentLanguage()).locale

/** Returns a function that gives a value for the current language. The value is made once for each language. */
export function perLanguage<T>(make: (language: Language, code: string) => T): () => T {
  const kept = new Map<string, T>()
  return () => {
    const code = currentLanguage()
    const made = kept.get(code) ?? make(languageOf(code), code)
    kept.set(code, made)
    return made
  }
}

/** Runs work in every language and returns the results. */
export const inEveryLanguage = <T>(work: () => T): T[] => offered().map((language) => inLanguage(language, work))
