import { AsyncLocalStorage } from 'node:async_hooks'
import { IntlMessageFormat } from 'intl-messageformat'
import Negotiator from 'negotiator'
import { en } from '@/lib/messages/en'
import { pseudoText } from './pseudo-language'
import { currentRequest } from './request-scope'
import { cachedByText } from './text-cache'

export type Messages = typeof en

/** A language in which the interface is written. */
type Language = {
  messages: Messages
  /** In which dates and numbers are written. */
  locale: string
  direction: 'ltr' | 'rtl'
  /** Reads a text of its catalogue. */
  read: (text: string) => IntlMessageFormat
}

// Dates and numbers in the United Nations' own order.
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

/** What the interface can be read in. The language for testing translations is offered only where the settings say so. */
function offered(): string[] {
  // From the environment, where the start has checked it: the console has words also before it knows the settings.
  read ??= offers[process.env.PSEUDO_LANGUAGE?.trim() ?? ''] ?? ['en']
  return read
}

const otherwise = () => offered()[0] ?? 'en'

const explicit = new AsyncLocalStorage<string>()

const known = (language: string | null) => (language !== null && offered().includes(language) ? language : undefined)

/** Works in a language whatever the request asks for: mail goes out in its reader's. Where we have none, in our first. */
export const inLanguage = <T>(language: string | null, work: () => T): T =>
  explicit.run(known(language) ?? otherwise(), work)

/** The language of the interface now: that of the request, or the first one outside of any. */
export const currentLanguage = (): string => explicit.getStore() ?? currentRequest()?.language ?? otherwise()

/** From now on the request is answered in the language that an account has chosen, where it has. */
export function answerIn(language: string | null) {
  const scope = currentRequest()
  const chosen = known(language)
  if (scope && chosen) scope.language = chosen
}

/** Which of our languages a browser asks for, by its header `Accept-Language`; our first, where it asks for none of them. */
export const preferredLanguage = cachedByText((header: string): string => {
  const [preferred = otherwise()] = new Negotiator({ headers: { 'accept-language': header } }).languages(offered())
  return preferred
})

const languageOf = (code: string) => languages.get(code) ?? english

/** The language of the interface as a page says it of itself. */
export function pageLanguage() {
  const lang = currentLanguage()
  return { lang, dir: languageOf(lang).direction }
}

/** In which dates and numbers are written in the present language. */
export const currentLocale = () => languageOf(currentLanguage()).locale

/** Makes something once for each language, and returns that of the present one. */
export function perLanguage<T>(make: (language: Language, code: string) => T): () => T {
  const kept = new Map<string, T>()
  return () => {
    const code = currentLanguage()
    const made = kept.get(code) ?? make(languageOf(code), code)
    kept.set(code, made)
    return made
  }
}

/** What some work makes in every language there is. */
export const inEveryLanguage = <T>(work: () => T): T[] => offered().map((language) => inLanguage(language, work))
