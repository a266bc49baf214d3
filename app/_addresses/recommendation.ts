import { z } from 'zod'
import { assignmentAddress } from './assignment'
import { pageAddress } from './page-address'
import { onShownDay } from './shown-day'

const text = z.string().optional().catch(undefined)

const page = z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined)

/** The parts of the page that the URL opens. */
const State = z.object({
  /** The assignment whose report form is open. */
  report: text,
  /** With `report`: the form corrects the latest report. */
  correct: z.literal('latest').optional().catch(undefined),
  /** The slug of the group whose members are shown, and the page of them, counted from 0. */
  group: text,
  members: page,
  /** The annotation that is being answered or edited. */
  answer: text,
  revise: text,
  /** The page of the annotations, counted from 0. */
  notes: page,
  /** The annotation to scroll to. Its page is shown, whatever `notes` says. */
  note: text,
  /** The form to assign. With `named`, the organizations that the text names are selected. */
  assign: z.enum(['open', 'named']).optional().catch(undefined),
  /** The form to add an annotation. */
  annotate: z.literal('open').optional().catch(undefined),
  edit: z.enum(['reading', 'closure', 'removal', 'link']).optional().catch(undefined),
  /** The noun to which the history is limited, and the event after which it continues. The history is open. */
  kind: z.enum(['all', 'assignment', 'annotation', 'recommendation']).optional().catch(undefined),
  after: z.coerce.number().int().positive().optional().catch(undefined),
  /** The name of what a form has just done, and its place on the page. */
  done: text,
  at: text,
  /** After assigning: to how many organizations, and how many had it before. */
  made: page,
  already: page,
})

export type State = z.infer<typeof State>

export const readRecommendationState = (search: unknown): State => State.parse(search)

/** Returns the assignment in an old URL, which opened the form to change it or all its reports. */
export function assignmentInAddress(search: unknown) {
  const { change, story } = Former.parse(search)
  if (change) return assignmentAddress(change, { form: 'change' }, 'next')
  return story && assignmentAddress(story, {}, 'reports')
}

const id = z.uuid().optional().catch(undefined)
const Former = z.object({ change: id, story: id })

export const recommendationPath = (key: string) => onShownDay(pathOf(key))

/** Returns the path of a recommendation's page. */
export const pathOf = (key: string) => `/recommendations/${encodeURIComponent(key)}`

/** Returns the URL of the page with this state, and the part of the page to scroll to. */
export const recommendationAddress = (key: string, state: State, part: string) =>
  onShownDay(pageAddress(pathOf(key), state, part))

/** Returns the state with more or less shown. Open forms stay open. */
export const showing = ({ done, at, made, already, ...kept }: State, shown: State): State => ({ ...kept, ...shown })

/** Returns the state with this form open in place of another one, or with none. */
export const opening = (state: State, form: State = {}): State => {
  const { report, correct, answer, revise, assign, annotate, edit, ...kept } = state
  return showing(kept, form)
}

export const rowId = (assignment: string) => `assignment-${assignment}`
export const annotationId = (note: string) => `note-${note}`

/** Returns the URL of an annotation, whichever page of annotations it is on. */
export const annotationAddress = (key: string, note: string, state: State = {}) =>
  recommendationAddress(key, showing(state, { note, notes: undefined }), annotationId(note))

/**
 * Returns the annotation that decides which page of them is shown: the one to scroll to, the one written last, or the
 * one whose form is open.
 */
export const annotationAsked = ({ note, at, answer, revise }: State) => note ?? at ?? answer ?? revise
