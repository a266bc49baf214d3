import { z } from 'zod'
import { pageAddress } from './page-address'
import { onShownDay } from './shown-day'

/** The parts of the page that the URL opens. */
const State = z.object({
  /**
   * `change` reopens a closed assignment. `correct` opens a report that corrects the latest one, `review` the
   * decision on the latest one, `date` a request for another due date, and `decide` the decision on that request. `position`
   * opens the position of the organization, `again` the question that asks it again, and `remind` a reminder. `file` and `link` add evidence.
   */
  form: z
    .enum([
      'report',
      'correct',
      'review',
      'change',
      'close',
      'date',
      'decide',
      'position',
      'again',
      'remind',
      'file',
      'link',
    ])
    .optional()
    .catch(undefined),
  /** The step of the plan whose form is open, or `new` to add one. */
  step: z
    .union([z.literal('new'), z.uuid()])
    .optional()
    .catch(undefined),
  /** The ID by which the server keeps what was typed in a form with a file that was refused. */
  refused: z.string().max(100).optional().catch(undefined),
  /** The ID of the evidence to withdraw. */
  withdraw: z.uuid().optional().catch(undefined),
  /** The page of the reports, counted from 0. */
  reports: z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined),
  /** The ID of the report, position or change of the due date to show whole, where there is no room for all. */
  whole: z.uuid().optional().catch(undefined),
  /** The page of the evidence, counted from 0. */
  evidence: z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined),
  history: z.literal('open').optional().catch(undefined),
  /** The event after which the history continues. */
  after: z.coerce.number().int().positive().optional().catch(undefined),
  /** The name of what a form has just done. */
  done: z.string().optional().catch(undefined),
})

export type AssignmentState = z.infer<typeof State>

/**
 * Reads the state of the page from its URL. Leaves out values that are not valid. A form is shown with the latest
 * reports.
 */
export function readAssignmentState(params: unknown): AssignmentState {
  const state = State.parse(params)
  return state.form ? { ...state, reports: undefined } : state
}

/** Returns whether the state is about a form that adds or withdraws evidence, in the section of the evidence. */
export const isOfEvidence = ({ form, done }: AssignmentState) =>
  form === 'file' || form === 'link' || (done?.startsWith('evidence') ?? false)

type Part = 'next' | 'reports' | 'evidence' | 'history' | 'plan' | (string & {})

/** Returns the URL of an assignment's page with this state, and the part of the page to scroll to. */
export const assignmentAddress = (id: string, state: AssignmentState = {}, part?: Part): string =>
  onShownDay(pageAddress(assignmentPath(id), state, part))

/** Returns the path of an assignment's page. */
export const assignmentPath = (id: string) => `/assignments/${encodeURIComponent(id)}`

/** Returns the URL to which the draft of a report is sent while it is typed. */
export const draftAddress = (id: string) => `/assignments/${id}/draft`

/** Returns the URL to which a form with evidence is sent. */
export const evidenceUploadAddress = (id: string) => `/assignments/${id}/evidence`

/** Returns the URL of a file that is evidence. */
export const evidenceFileAddress = (id: string) => `/evidence/${id}/file`
