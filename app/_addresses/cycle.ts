import { messages, t } from '@/lib/platform/i18n'
import { numberInAddress } from '@/lib/platform/whole-number'
import { CycleAnswer } from '@/prisma/generated/enums'
import { pageAddress } from './page-address'
import { type TrendState, trendStateIn } from './trend'

export const edits = ['edit', 'extend', 'remind', 'close', 'cancel'] as const
export type Edit = (typeof edits)[number]

/** The parts of a cycle's page that its URL chooses. */
export type CycleState = TrendState & {
  /** The form that is open. */
  edit?: Edit | undefined
  /** Only assignments of the organization with this slug. */
  organization?: string | undefined
  /** Only assignments with this answer. */
  answer?: CycleAnswer | undefined
  /** The place after which the list of assignments continues. */
  from?: string | undefined
  /** The place after which the list of organizations continues. */
  organizations?: string | undefined
  done?: string | undefined
  /** The event after which the history continues. */
  after?: number | undefined
}

type Search = Partial<Record<string, string | string[]>>

/** Reads the state of the page from its URL. Leaves out values that are not valid. */
export function readCycleState(search: Search): CycleState {
  const text = (name: string) => (search[name] ? String(search[name]) : undefined)
  return {
    edit: edits.find((one) => one === search.edit),
    organization: text('organization'),
    answer: Object.values(CycleAnswer).find((one) => one === search.answer),
    from: text('from'),
    organizations: text('organizations'),
    done: text('done'),
    after: numberInAddress(search.after),
    ...trendStateIn(search),
  }
}

/** Returns the URL of a cycle's page with this state, and the part of the page to scroll to. */
export const cycleAddress = (id: string, state: CycleState = {}, part?: string): string =>
  pageAddress(`/cycles/${id}`, state, part)

/** Returns the URL of a cycle's answers as CSV. */
export const cycleAnswersAddress = (id: string) => `/cycles/${id}/answers.csv`

type Done = keyof typeof messages.cycle.done

const isDone = (text: string): text is Done => Object.hasOwn(messages.cycle.done, text)

/** Returns the sentence for what a form has just done, or undefined for an unknown name. */
export function doneInWords(done = ''): string | undefined {
  const count = done.startsWith(reminded) ? numberInAddress(done.slice(reminded.length)) : undefined
  if (count !== undefined) return t('cycle.remind.done', { count })
  return isDone(done) ? t(`cycle.done.${done}`) : undefined
}

const reminded = 'reminded-'

/** Returns the name of what was done when reminders were sent for this number of assignments. */
export const remindedOf = (count: number) => reminded + count
