import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { onDay } from '@/app/_addresses/shown-day'
import { type TrendState, trendFileAddress, trendParams } from '@/app/_addresses/trend'
import { Row, Section } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { Tabs } from '@/app/_ui/tabs'
import { Muted } from '@/app/_ui/text'
import { TrendChart } from '@/app/_ui/trend-chart'
import { TrendTable } from '@/app/_ui/trend-table'
import { Delays } from '@/app/(work)/_components/delays'
import { FollowUpFigures } from '@/app/(work)/_components/follow-up-figures'
import { Since } from '@/app/(work)/_components/since'
import { TextWithLinks } from '@/app/(work)/_components/text-with-links'
import type { Actor } from '@/lib/domain/actor'
import type { DayCount } from '@/lib/overview/count-days'
import type { Whose } from '@/lib/overview/list-totals'
import { trendOf } from '@/lib/overview/trend'
import { periods } from '@/lib/overview/trend-days'
import { sinceFirstAssignment, stateOf, totalOfDay, trendMarks, trendStatuses } from '@/lib/overview/trend-points'
import { daysBetween } from '@/lib/platform/clock'
import { dateInWords, monthInWords, t } from '@/lib/platform/i18n'
import type { AssignmentStatus } from '@/prisma/generated/enums'

type Props = {
  actor: Actor
  /** Whose assignments to show. Those of the whole register without it. */
  whose?: Whose
  shown: TrendState
  /** The address of this page with its trend shown in another way. */
  to: (trend: TrendState) => string
}

/** The assignments by status over time. Shows nothing before there is something to compare. */
export async function TrendSection({ actor, whose = {}, shown, to }: Props) {
  const own = trendParams(shown)
  const { period = 'year', table } = own
  const trend = await trendOf(actor, { ...whose, period })
  if (!trend.ok) return null
  const points = sinceFirstAssignment(trend.value.points)
  const [first, last] = [points.at(0), points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const begun = points.find((point) => totalOfDay(point) > 0) ?? first
  const named = trendStatuses
    .filter((status) => points.some(({ byStatus }) => (byStatus[status] ?? 0) > 0))
    .map((status) => ({ status, label: t(`status.${status}`) }))
  const placed = points.map((point) => ({ ...point, at: daysBetween(first.day, point.day) }))
  const marks = trendMarks(points.map(({ day }) => day)).map(({ at, day }) => ({ at, label: monthInWords(day) }))
  const words = { day: t('trend.day'), all: t('trend.all'), overdue: t('trend.overdue'), label: t('trend.chart') }
  return (
    <Section id="trend" title={t('trend.title')} card>
      <Tabs
        inPlace
        label={t('trend.period')}
        items={periods.map((one) => ({
          href: to({ ...own, period: one }),
          label: t(`trend.periods.${one}`),
          current: one === period,
        }))}
      />
      <p>
        {begun !== last && (
          <>
            <State point={begun} whose={whose} />
            <br />
          </>
        )}
        <State point={last} whose={whose} />
      </p>
      <TrendChart points={placed} statuses={named} marks={marks} words={words}>
        <Row>
          <SoftLink href={to({ ...own, table: table ? undefined : 'trend' })} keeps>
            {t(table ? 'trend.hide' : 'trend.table')}
          </SoftLink>
          <a href={trendFileAddress('csv', whose, period)}>{t('trend.csv')}</a>
          <a href={trendFileAddress('svg', whose, period)}>{t('trend.svg')}</a>
        </Row>
        {table && (
          <TrendTable
            points={placed}
            statuses={named}
            words={words}
            nameOf={({ day }) => dateInWords(day)}
            to={({ day }, what) => countedAddress(whose, day, what)}
          />
        )}
      </TrendChart>
      {/* For the whole register, the queues of those who keep it count this. */}
      {Object.keys(whose).length > 0 && <Delays actor={actor} whose={whose} />}
      <Behind actor={actor} whose={whose} shown={own} to={to} />
      <Muted>{t('trend.about', { day: dateInWords(last.day), seq: trend.value.seq })}</Muted>
      <Since actor={actor} whose={whose} shown={own} to={to} />
    </Section>
  )
}

/** How long work has waited and how quickly it was done, counted only if the reader asks for it. */
const Behind = ({ actor, whose, shown, to }: Props & { whose: Whose }) => (
  <>
    <Row>
      <SoftLink href={to({ ...shown, more: shown.more ? undefined : 'follow-up' })} keeps>
        {t(shown.more ? 'trend.less' : 'trend.more')}
      </SoftLink>
    </Row>
    {shown.more && <FollowUpFigures actor={actor} whose={whose} />}
  </>
)

/** Returns the address of the assignments that were counted on a day. */
function countedAddress(whose: Whose, day: string, what: 'all' | 'overdue' | AssignmentStatus | AssignmentStatus[]) {
  const filters = what === 'all' ? {} : what === 'overdue' ? { due: what } : { assignment: [what].flat() }
  return onDay(recommendationListAddress({ view: 'assignments', ...whose, ...filters }), day)
}

/** The state on a day, in one sentence whose numbers lead to what they count. */
function State({ point, whose }: { point: DayCount; whose: Whose }) {
  const to = {
    all: countedAddress(whose, point.day, 'all'),
    done: countedAddress(whose, point.day, ['implemented', 'verified']),
    overdue: countedAddress(whose, point.day, 'overdue'),
  }
  return <TextWithLinks text={t('trend.state', stateOf(point))} to={to} />
}
