import type { Code } from '@/lib/platform/i18n'
import type { Params } from '@/lib/platform/result'
import type { ReadParagraph } from '@/lib/reading/read-blocks'
import type { Removed } from '@/lib/reading/removed'
import type { Kind } from '@/prisma/generated/enums'
import type { StoredAddressee } from './candidate-shape'

/** A source as it was read: its text, what was removed from it, and the details that it gives of itself. */
export type Reading = {
  ok: true
  format: string
  paragraphs: readonly ReadParagraph[]
  removed: readonly Removed[]
  title?: string | undefined
  language?: string | undefined
  date?: string | undefined
  /** What stands in the text itself. */
  inText?: {
    title?: string | undefined
    symbol?: string | undefined
    body?: string | undefined
    date?: string | undefined
    language?: string | undefined
  }
}

/** Why a source cannot be read. */
export type Unread = { ok: false; code: Code; params: Params }

/** A part of a paragraph that may be a recommendation. */
export type Candidate = {
  /** The place of its paragraph, counted from 0. */
  paragraph: number
  /** In code points of the text. */
  start: number
  end: number
  quote: string
  kind: Kind
  title: string
  /** From 0 to 1. Null if only a person selected it. */
  confidence: number | null
  reasons: readonly { rule: string; weight: number }[]
  addressees: readonly StoredAddressee[]
  themes: readonly string[]
  /** YYYY-MM-DD */
  dueOn?: string | undefined
  owner?: string | undefined
  priority?: string | undefined
  grade?: string | undefined
  /** Whether a person selected it before the text was read. */
  selected?: boolean
}
