import type { AssignmentState } from '@/app/_addresses/assignment'
import type { Actor } from '@/lib/domain/actor'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { mayTake, type Step } from '@/lib/register/next-steps'

type Form = NonNullable<AssignmentState['form']>

/** The steps that each form can take. */
const stepsOf: Record<Form, readonly Step[]> = {
  report: ['report'],
  correct: ['report'],
  review: ['accept', 'accept_alternative', 'return'],
  change: ['change', 'reopen'],
  close: ['close'],
  date: ['request_date'],
  decide: ['grant_date', 'refuse_date'],
  position: ['answer'],
  again: ['ask_again'],
  remind: ['remind'],
  file: ['add_evidence'],
  link: ['add_evidence'],
}

/** Returns whether a person can take one of the steps of a form now. */
export const offersForm = (actor: Actor, view: AssignmentView, form: Form) =>
  stepsOf[form].some((step) => mayTake(actor, view, step))
