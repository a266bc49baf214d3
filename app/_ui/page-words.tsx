'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Messages } from '@/lib/platform/i18n'

/** What a page says of itself only once something happens in the browser, where the catalogue isn't. */
export type Words = {
  /** In which dates and times are written. */
  locale: string
  form: Messages['form']
  failure: Messages['failure']
  /** Whom to contact for help; empty where the site names nobody. */
  contact: string
}

const WordsContext = createContext<Words | null>(null)

/** Around every page. */
export const PageWords = ({ words, children }: { words: Words; children: ReactNode }) => (
  <WordsContext value={words}>{children}</WordsContext>
)

/** The words of the page around it. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('There are no words around this part of the page.')
  return words
}
