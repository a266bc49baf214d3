import type { DayCount } from '@/lib/overview/count-days'
import { sinceFirstAssignment, totalOfDay, trendStatuses } from '@/lib/overview/trend-points'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { PublicationBlock, PublicationContent } from './content'
import type { Counts } from './figures'

/** Returns what a decision maker reads first: the state in one sentence, the figures, and how they came about. */
export function summaryBlocks(
  { assignments, recommendations, byStatus, overdue }: Counts,
  figures: PublicationContent['figures'],
  trend: DayCount[],
): PublicationBlock[] {
  const done = byStatus.implemented + byStatus.verified
  return [
    {
      type: 'paragraph',
      text: t('publications.summary.state', { count: assignments, recommendations, done, overdue }),
    },
    { type: 'facts', facts: figures.map(({ label, text }) => ({ label, value: text })) },
    ...chartOf(trend),
  ]
}

/** Returns the chart of a trend, if there is more than one day to compare. */
function chartOf(trend: DayCount[]): PublicationBlock[] {
  const points = sinceFirstAssignment(trend)
  const [first, last] = [points.at(0), points.at(-1)]
  if (!first || !last || points.length < 2) return []
  const said = (point: DayCount) => ({
    day: dateInWords(point.day),
    count: totalOfDay(point),
    done: (point.byStatus.implemented ?? 0) + (point.byStatus.verified ?? 0),
    overdue: point.overdue,
  })
  const [from, to] = [said(first), said(last)]
  return [
    {
      type: 'chart',
      caption: t('publications.summary.chart'),
      description: `${t('publications.summary.point', from)} ${t('publications.summary.point', to)}`,
      series: trendStatuses.map((status) => ({ key: status, label: t(`status.${status}`) })),
      overdue: t('trend.overdue'),
      points: points.map((point) => ({
        day: point.day,
        label: dateInWords(point.day),
        counts: trendStatuses.map((status) => point.byStatus[status] ?? 0),
        overdue: point.overdue,
      })),
    },
  ]
}
