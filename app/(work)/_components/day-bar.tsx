import type { RequestedDay } from '@/app/_addresses/open-day'
import { Disclosure } from '@/app/_ui/disclosure'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHead, Stack } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { dayOf, today } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { PastDay } from '@/lib/platform/shown-day'
import { dayParam } from '@/lib/register/as-of-parameter'
import { firstEventAt } from '@/lib/register/first-event'
import { DayForm } from './day-form'

/** `path` is the page without its parameters. */
type Props = { path: string; day: RequestedDay }

/** Says which past day a page shows, and leads to another day and back to today. */
export const DayBar = ({ path, day }: Props) =>
  day.past ? (
    <div data-past-day={day.past.day}>
      <Notice tone="warning">
        <Stack>
          <Stack gap="tight">
            <b>{t('asOf.shown', { day: dateInWords(day.past.day) })}</b>
            <small>{t('asOf.about')}</small>
            <Empty past={day.past} />
          </Stack>
          <Choice path={path} day={day} />
        </Stack>
      </Notice>
    </div>
  ) : (
    <Disclosure summary={t('asOf.open')} screen>
      <Choice path={path} day={day} />
    </Disclosure>
  )

/** A page in place of one that was asked for a day that cannot be shown. It shows nothing but the form for another day. */
export const WrongDay = (props: Props) => (
  <Page>
    <PageHead title={t('asOf.open')} />
    <Choice {...props} />
  </Page>
)

/** A page of something that was not there on the past day. */
export const NotThere = (props: Props) => (
  <Page>
    <DayBar {...props} />
    <EmptyState title={t('asOf.notThere')} />
  </Page>
)

/** Says that the day is before everything in the register. */
async function Empty({ past }: { past: PastDay }) {
  const first = await firstEventAt()
  if (first && first <= past.end) return null
  return <p>{t('asOf.empty', { first: dateInWords(first ? dayOf(first) : today()) })}</p>
}

/** A form that opens the page with the same parameters and another day. */
function Choice({ path, day: { past, wrong, others } }: Props) {
  const kept = [...others].filter(([name, value]) => name !== 'after' && value !== '')
  const query = new URLSearchParams(kept).toString()
  return (
    <DayForm
      path={path}
      kept={kept}
      name={dayParam}
      label={t('asOf.day')}
      latest={today()}
      shown={past?.day}
      error={wrong && t(`errors.${wrong.code}`, wrong.params)}
      send={t('asOf.show')}
      back={past || wrong ? { href: query ? `${path}?${query}` : path, label: t('asOf.today') } : undefined}
    />
  )
}
