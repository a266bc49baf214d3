import { wrongIn } from '@/lib/assignments/assignment-fields'
import { dateInWords } from '@/lib/platform/i18n'
import { invalidField } from '@/lib/platform/result'
import { nameText, writtenDay } from '@/lib/platform/text'
import type { ActionState } from '@/prisma/generated/enums'
import type { Action } from './queries'

export const Title = nameText('action_title_missing')
export const Responsible = nameText('responsible_missing')
export const Day = writtenDay('day_unreadable')

/** What people write about a step. Dates are YYYY-MM-DD; null for nothing. */
export type Fields = {
  title: string
  responsible: string | null
  startsOn: string | null
  dueOn: string | null
  state: ActionState
  doneOn: string | null
}

/** Returns the fields of a step. */
export const fieldsOf = ({ title, state, ...rest }: Action): Fields => ({
  title,
  responsible: rest.responsible ?? null,
  startsOn: rest.startsOn ?? null,
  dueOn: rest.dueOn ?? null,
  state,
  doneOn: rest.doneOn ?? null,
})

/** The changes of a step. What is undefined stays. */
export type Changes = { [K in keyof Fields]?: Fields[K] | undefined }

/**
 * Returns the fields of a step after a change. What is done without a date was done today. A step that is not done any
 * more loses its date.
 */
export function fieldsAfter(before: Fields, changes: Changes, today: string): Fields {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const after: Fields = { ...before, ...given }
  if (after.state === 'done') return { ...after, doneOn: after.doneOn ?? today }
  return { ...after, doneOn: after.doneOn === before.doneOn ? null : after.doneOn }
}

/** Returns what is wrong with the dates of a step, all together. */
export function wrongDates({ startsOn, dueOn, state, doneOn }: Fields, today: string) {
  const wrong = wrongIn(
    startsOn && dueOn && startsOn > dueOn
      ? invalidField('dueOn', 'due_before_start', { start: dateInWords(startsOn) })
      : undefined,
    doneOn && state !== 'done' ? invalidField('doneOn', 'done_on_not_done') : undefined,
    doneOn && state === 'done' && doneOn > today
      ? invalidField('doneOn', 'done_in_future', { today: dateInWords(today) })
      : undefined,
  )
  return wrong.errors.length > 0 ? wrong : undefined
}
