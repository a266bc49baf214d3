import type { Kind } from '@/prisma/generated/enums'
import type { Addressee, Organization } from './match-organizations'
import type { TrackedFields } from './tracked-fields'
import type { Reason } from './weigh'

/** A sentence, or an item of a list, that may be a recommendation. */
export type Candidate = {
  /** The place of its paragraph, counted from 0. */
  paragraph: number
  /** Counted in code points of the text of its paragraph. */
  start: number
  end: number
  quote: string
  kind: Kind
  title: string
  /** From 0 to 1. From 0.5 on it is suggested. */
  confidence: number
  reasons: Reason[]
  addressees: Addressee[]
  themes: string[]
} & TrackedFields

/** What is known of the document and of the register. */
export type About = {
  /** Without it, the words of the text tell. */
  language?: string | undefined
  /** The day of the document, as "2027-12-31". */
  date?: string | undefined
  organizations?: readonly Organization[]
  themes?: readonly string[]
}
