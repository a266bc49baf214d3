import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { onDay } from '@/app/_addresses/shown-day'
import { Section } from '@/app/_ui/layout'
import { Tabs } from '@/app/_ui/tabs'
import { Muted } from '@/app/_ui/text'
import { TrendChart } from '@/app/_ui/trend-chart'
import type { Actor } from '@/lib/domain/actor'
import type { DayCount } from '@/lib/overview/count-days'
import { trendOf } from '@/lib/overview/trend'
import { type Period, periods } from '@/lib/overview/trend-days'
import { daysBetween } from '@/lib/platform/clock'
import { dateInWords, monthInWords, t } from '@/lib/platform/i18n'
import type { AssignmentStatus } from '@/prisma/generated/enums'

/** The furthest progress is at the bottom, where areas are compared most easily. */
const statuses: AssignmentStatus[] = [
  'verified',
  'implemented',
  'partially_implemented',
  'in_progress',
  'not_started',
  'closed',
]

type Props = {
  actor: Actor
  /** Whose assignments to show. Those of the whole register without it. */
  whose?: { organization: string } | { document: string } | Record<string, never>
  period?: Period | undefined
  /** The address of this page with another period. */
  to: (period: Period) => string
}

/** The assignments by status over time. Shows nothing before there is something to compare. */
export async function TrendSection({ actor, whose = {}, period = 'year', to }: Props) {
  const trend = await trendOf(actor, { ...whose, period })
  if (!trend.ok) return null
  const points = sinceTheFirst(trend.value.points)
  const [first, last] = [points.at(0), points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const begun = points.find((point) => total(point) > 0) ?? first
  const list = recommendationListAddress({ view: 'assignments', ...whose })
  return (
    <Section id="trend" title={t('trend.title')} card>
      <Tabs
        inPlace
        label={t('trend.period')}
        items={periods.map((one) => ({ href: to(one), label: t(`trend.periods.${one}`), current: one === period }))}
      />
      <p>
        {begun !== last && (
          <>
            {inOneSentence(begun)}
            <br />
          </>
        )}
        {inOneSentence(last)}
      </p>
      <TrendChart
        points={points.map(({ day, ...counts }) => ({
          ...counts,
          at: daysBetween(first.day, day),
          day: dateInWords(day),
          href: onDay(list, day),
        }))}
        statuses={statuses
          .filter((status) => points.some(({ byStatus }) => (byStatus[status] ?? 0) > 0))
          .map((status) => ({ status, label: t(`status.${status}`) }))}
        marks={marksOf(points)}
        words={{
          label: t('trend.chart'),
          table: t('dashboard.table'),
          day: t('trend.day'),
          all: t('trend.all'),
          overdue: t('trend.overdue'),
        }}
      />
      <Muted>{t('trend.about', { day: dateInWords(last.day) })}</Muted>
    </Section>
  )
}

const total = ({ byStatus }: DayCount) => Object.values(byStatus).reduce((sum, n) => sum + n, 0)

/** Returns the points from the last one before the first assignment. */
function sinceTheFirst(points: DayCount[]): DayCount[] {
  const begun = points.findIndex((point) => total(point) > 0)
  return begun < 0 ? [] : points.slice(Math.max(begun - 1, 0))
}

function inOneSentence(point: DayCount) {
  const { implemented = 0, verified = 0 } = point.byStatus
  const counts = { day: dateInWords(point.day), count: total(point), done: implemented + verified }
  return t('trend.state', { ...counts, overdue: point.overdue })
}

/** Returns up to three months to name below the plot, far enough apart on a phone, and the last one. */
function marksOf(points: DayCount[]) {
  const [first, last] = [points.at(0)?.day ?? '', points.at(-1)?.day ?? '']
  const all = daysBetween(first, last)
  const inside = [0, 1 / 3, 2 / 3].map((share) => points[Math.round(share * (points.length - 1))]?.day ?? first)
  const named = [...new Set(inside)].map((day) => ({ at: daysBetween(first, day), label: monthInWords(day) }))
  const apart = named.filter(({ at, label }, place) => label !== named[place - 1]?.label && at < 0.7 * all)
  return [...apart, { at: all, label: monthInWords(last) }]
}
