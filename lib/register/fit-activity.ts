import type { Evidence } from '@/lib/evidence/queries'
import { bytesOf } from '@/lib/platform/split-rows'
import { shortened } from '@/lib/platform/text'
import type { Activity } from './activity'
import { weightOf } from './fit-annotations'
import type { Report } from './reports'

/** How many bytes of people's texts one page shows. Beyond it, the page shows the beginnings of the texts. */
const mostOnPage = 30_000

/** The number of pieces of evidence that a report lists. The others are in the section of the evidence. */
export const mostNamed = 10

/** The length of a beginning, in characters. */
const beginning = 120

export type ShownActivity = Activity & { beginningOnly?: true }

/**
 * Returns activities with the beginnings of their texts where a page has no room for all of them. The one with the ID
 * `first` gets its room first, then the newest ones.
 */
export function fitActivity(
  all: readonly Activity[],
  { first, evidence = [] }: { first?: string | undefined; evidence?: readonly Evidence[] } = {},
): ShownActivity[] {
  const inOrder = [...all.filter(({ id }) => id === first), ...all.filter(({ id }) => id !== first)]
  let left = mostOnPage
  const whole = new Set(
    inOrder.filter((activity) => {
      const named = namedIn(activity, evidence).slice(0, mostNamed)
      const bytes = weightOf(textsOf(activity).join('')) + bytesOf(named.map(({ title, url }) => [title, url]))
      // The first one has its room, however long it is.
      if (bytes > left && left < mostOnPage && activity.id !== first) return false
      left -= bytes
      return true
    }),
  )
  return all.map((activity) => {
    return whole.has(activity) ? activity : { ...beginningsOf(activity), beginningOnly: true }
  })
}

/** Returns reports with the beginnings of their texts where a form has no room for all of them. */
export const fitReports = (reports: readonly Report[], evidence: readonly Evidence[]) =>
  fitActivity(
    reports.map((report) => ({ kind: 'report', id: report.id, at: report.submittedAt, report })),
    { evidence },
  ).flatMap((activity) =>
    activity.kind === 'report' ? [{ report: activity.report, brief: activity.beginningOnly ?? false }] : [],
  )

/** Returns the evidence that a report names, as far as the reader may read it. */
export const evidenceOfReport = ({ id }: Report, evidence: readonly Evidence[]) =>
  evidence.filter(({ reports }) => reports.includes(id))

const namedIn = (activity: Activity, evidence: readonly Evidence[]) =>
  activity.kind === 'report' ? evidenceOfReport(activity.report, evidence) : []

function textsOf(activity: Activity): string[] {
  if (activity.kind === 'report') return textsOfReport(activity.report)
  if (activity.kind === 'position') return [activity.answer.reason ?? '']
  return [activity.change.reason, activity.change.note ?? '']
}

const textsOfReport = ({ narrative, reviews = [] }: Report) => [narrative, ...reviews.map(({ note = '' }) => note)]

const cut = (text: string) => shortened(text, beginning)

function beginningsOf(activity: Activity): Activity {
  if (activity.kind === 'report') return { ...activity, report: beginningsOfReport(activity.report) }
  if (activity.kind === 'position') {
    const { reason } = activity.answer
    return reason === undefined ? activity : { ...activity, answer: { ...activity.answer, reason: cut(reason) } }
  }
  const { reason, note } = activity.change
  return {
    ...activity,
    change: { ...activity.change, reason: cut(reason), ...(note !== undefined && { note: cut(note) }) },
  }
}

/** Returns a report with the beginnings of its narrative and of the notes of its reviewers. */
function beginningsOfReport({ reviews, ...report }: Report): Report {
  const shown = reviews?.map((review) => (review.note === undefined ? review : { ...review, note: cut(review.note) }))
  return { ...report, narrative: cut(report.narrative), ...(shown && { reviews: shown }) }
}
