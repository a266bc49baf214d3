import type { Table } from './lexicon'

/** The words by which the recommendations of a language are recognised. Phrases are divided by "|". */
export type Language = {
  table: Table
  /** Before a word, without a space: the Arabic "and". */
  prefixes?: readonly string[]
  /** Words of headings over recommendations. */
  asking: string
  /** Words of headings over everything else. */
  telling: string
  /** Words of headings over what a meeting agreed. */
  conclusions: string
  /** What only the report of a meeting says. */
  meeting: string
  /** What such a report often says. Two of them tell that it is one. */
  attended: string
  /** What such a report never says. */
  personal: string
  /** What introduces a list of recommendations before a colon. */
  lists: string
}
