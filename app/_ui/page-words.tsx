'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Messages } from '@/lib/platform/i18n'

/** The texts that a page may need later in the browser, which does not have the catalogue. */
export type Words = {
  /** The locale for dates and times. */
  locale: string
  form: Messages['form']
  failure: Messages['failure']
  /** The texts of the page that says that there is none. */
  missing: Record<'title' | 'about' | 'home', string>
  /** The contact for help. Empty if the site has none. */
  contact: string
}

const WordsContext = createContext<Words | null>(null)

/** Surrounds every page. */
export const PageWords = ({ words, children }: { words: Words; children: ReactNode }) => (
  <WordsContext value={words}>{children}</WordsContext>
)

/** Returns the texts of the page. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('There are no words around this part of the page.')
  return words
}
