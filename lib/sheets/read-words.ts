import { t } from '@/lib/platform/i18n'
import { AssignmentRole, Kind, Progress } from '@/prisma/generated/enums'
import { keyOfHeader } from './header-names'

/** The words that the spreadsheets of others use for progress, as `keyOfHeader` returns them. */
const progressWords: Record<Progress, readonly string[]> = {
  not_started: [
    'not started',
    'no progress',
    'pending',
    'open',
    'not implemented',
    'planned',
    'not begun',
    'to do',
    'new',
  ],
  in_progress: [
    ...['in progress', 'ongoing', 'on going', 'under implementation', 'being implemented', 'under way', 'underway'],
    ...['started', 'begun', 'on track', 'delayed', 'in process', 'under implementation '],
  ],
  partially_implemented: ['partially implemented', 'partly implemented', 'partial', 'partially', 'partially completed'],
  implemented: [
    ...['implemented', 'fully implemented', 'completed', 'complete', 'done', 'achieved', 'closed', 'finished'],
    ...['reported as implemented', 'verified', 'closed implemented'],
  ],
}

/** Returns the progress that a cell names in our words or in those that others use, or undefined if it names none. */
export const readProgress = (cell: string) =>
  namedBy(cell, Object.values(Progress), (one) => [one, t(`progress.${one}`), ...progressWords[one]])

export const readRole = (cell: string) =>
  namedBy(cell, Object.values(AssignmentRole), (one) => [one, t(`assignmentRole.${one}`)])

export const readKind = (cell: string) =>
  namedBy(cell, Object.values(Kind), (one) => [
    one,
    t(`kind.${one}`),
    one === 'finding' ? 'conclusion' : 'recommendation',
  ])

function namedBy<Value extends string>(cell: string, values: readonly Value[], namesOf: (one: Value) => string[]) {
  const key = keyOfHeader(cell)
  return values.find((one) => namesOf(one).some((name) => keyOfHeader(name) === key))
}

const listMark = /^\s*[-–•*]\s+/

/** Returns a cell that names one thing, without the mark of a list before it. */
export const withoutMark = (cell: string) => cell.replace(listMark, '').trim()

/** Returns the names in a cell, which are separated by semicolons or stand in lines of their own, each once. */
export const readNames = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[;\n]/)
      .map((name) => name.replace(listMark, '').replace(/\s+/g, ' ').trim())
      .filter((name) => name !== ''),
  ),
]
