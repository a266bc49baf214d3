import { z } from 'zod'

/** What of the page the address asks to be open. */
const State = z.object({
  /** `change`: also to reopen what is closed; `correct`: a report that corrects the latest one. */
  form: z.enum(['report', 'correct', 'change']).optional().catch(undefined),
  /** Which page of the reports; the first is 0. */
  reports: z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined),
  history: z.literal('open').optional().catch(undefined),
  /** The event after which the history goes on. */
  after: z.coerce.number().int().positive().optional().catch(undefined),
  /** What a form has just done. */
  done: z.string().optional().catch(undefined),
})

export type AssignmentState = z.infer<typeof State>

/** What the address asks for; what it can't mean is left out. A form stands with the latest reports. */
export function readAssignmentState(asked: unknown): AssignmentState {
  const state = State.parse(asked)
  return state.form ? { ...state, reports: undefined } : state
}

type Part = 'next' | 'reports' | 'history'

/** The page of an assignment: what is open there, and the part that it leads to. */
export function assignmentAddress(id: string, state: AssignmentState = {}, part?: Part): string {
  const said = Object.entries(state).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const search = new URLSearchParams(said)
  return `/assignments/${encodeURIComponent(id)}${search.size > 0 ? `?${search}` : ''}${part ? `#${part}` : ''}`
}
