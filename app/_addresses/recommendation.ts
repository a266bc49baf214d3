import { z } from 'zod'
import { assignmentAddress } from './assignment'

const text = z.string().optional().catch(undefined)

const page = z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined)

/** What of the page the address asks to be open. */
const State = z.object({
  /** The assignment whose form to report is open. */
  report: text,
  /** With `report`: its form corrects the latest report. */
  correct: z.literal('latest').optional().catch(undefined),
  /** The slug of the group whose members are shown, and which page of them; the first is 0. */
  group: text,
  members: page,
  /** The note that is being answered, or edited. */
  answer: text,
  revise: text,
  /** Which page of the annotations; the first is 0. */
  notes: page,
  /** The annotation that the address leads to: its page is shown, whatever `notes` says. */
  note: text,
  /** The form to assign; `named`: those that the text names are ticked in it. */
  assign: z.enum(['open', 'named']).optional().catch(undefined),
  /** The form to add an annotation. */
  annotate: z.literal('open').optional().catch(undefined),
  edit: z.enum(['reading', 'closure', 'removal']).optional().catch(undefined),
  /** Of the history, which is then open, the noun and the event after which to go on. */
  kind: z.enum(['all', 'assignment', 'annotation', 'recommendation']).optional().catch(undefined),
  after: z.coerce.number().int().positive().optional().catch(undefined),
  /** What a form has just done, and where on the page. */
  done: text,
  at: text,
})

export type State = z.infer<typeof State>

export const readRecommendationState = (asked: unknown): State => State.parse(asked)

/** The assignment of which an older address asked for the form to change it, or for all its reports. */
export function assignmentInAddress(asked: unknown) {
  const { change, story } = Former.parse(asked)
  if (change) return assignmentAddress(change, { form: 'change' }, 'next')
  return story && assignmentAddress(story, {}, 'reports')
}

const id = z.uuid().optional().catch(undefined)
const Former = z.object({ change: id, story: id })

export const recommendationPath = (key: string) => `/recommendations/${encodeURIComponent(key)}`

/** An address of the page: what is open there, and the part that it leads to. */
export function recommendationAddress(key: string, state: State, part: string) {
  const said = Object.entries(state).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
  return `${recommendationPath(key)}${query && `?${query}`}#${part}`
}

/** The page as it is, but that it shows more or less: what somebody is writing stays open. */
export const showing = (state: State, shown: State): State => ({ ...state, done: undefined, at: undefined, ...shown })

const noForm = {
  report: undefined,
  correct: undefined,
  answer: undefined,
  revise: undefined,
  assign: undefined,
  annotate: undefined,
  edit: undefined,
} satisfies State

/** The page as it is, but that this form is open in place of another one; or none. */
export const opening = (state: State, form: State = {}): State => showing(state, { ...noForm, ...form })

export const rowId = (assignment: string) => `assignment-${assignment}`
export const annotationId = (note: string) => `note-${note}`

/** Where an annotation stands, on whichever page of them. */
export const annotationAddress = (key: string, note: string, state: State = {}) =>
  recommendationAddress(key, showing(state, { note, notes: undefined }), annotationId(note))

/** Which annotation decides what page of them is shown: the one to go to, that was written last, or whose form is open. */
export const annotationAsked = ({ note, at, answer, revise }: State) => note ?? at ?? answer ?? revise
