import { z } from 'zod'
import { Difference, ShownPlaces } from '@/lib/imports/edition-filters'
import { messages, t } from '@/lib/platform/i18n'
import { CandidateDecision } from '@/prisma/generated/enums'
import { pageAddress } from './page-address'

const count = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined)

/** The parts of an import's page that its URL chooses. */
const State = z.object({
  /**
   * `details` and `check` are the steps after the review, `removed` is what was removed from the text. A new edition
   * begins with `places`, what becomes of its recommendations and annotations, and `compare`, the changed text.
   */
  step: z.enum(['places', 'compare', 'review', 'details', 'check', 'removed']).optional().catch(undefined),
  /** The section that is open, counted from 1. */
  section: count,
  /** The page of its candidates, counted from 1. A section has several if one paragraph has many candidates. */
  page: count,
  /** Only candidates with this decision. */
  show: z.enum(CandidateDecision).optional().catch(undefined),
  /** Only places with this state, or those to be decided. */
  stand: ShownPlaces.optional().catch(undefined),
  /** Only paragraphs that are new, changed or removed. */
  differ: Difference.optional().catch(undefined),
  /** The candidate or the place whose form is open. */
  edit: z.uuid().optional().catch(undefined),
  /** The ordinal of the paragraph to which a recommendation is being added. */
  add: count,
  /** The place after which a list continues. */
  after: count,
  /** The ordinal of the paragraph at which the page says what was done. */
  at: count,
  done: z.string().optional().catch(undefined),
})

export type ImportPageState = z.infer<typeof State>

/** Reads the state of the page from its URL. Leaves out values that are not valid. */
export const readImportState = (search: unknown): ImportPageState => State.parse(search)

/** Returns the URL of an import's page with this state, and the part of the page to scroll to. */
export const importAddress = (id: string, state: ImportPageState = {}, part?: string): string =>
  pageAddress(`/imports/${id}`, state, part)

type Form = {
  way?: 'file' | 'text' | undefined
  from?: string | undefined
  editionOf?: string | undefined
  refused?: string | undefined
}

/**
 * Returns the URL of the form to import a document, or a new edition of one. `from` is the import whose details and text
 * it begins with.
 */
export const importFormAddress = ({ editionOf, ...state }: Form = {}): string =>
  pageAddress('/documents/import', { ...state, 'edition-of': editionOf })

type Done = keyof typeof messages.imports.done

const isDone = (text: string): text is Done => Object.hasOwn(messages.imports.done, text)

/** Returns the sentence for what a form has just done, or undefined for an unknown name. */
export const importDoneInWords = (done = '') => (isDone(done) ? t(`imports.done.${done}`) : undefined)
