import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import type { TrendState } from '@/app/_addresses/trend'
import { Disclosure } from '@/app/_ui/disclosure'
import { TextWithLinks } from '@/app/(work)/_components/text-with-links'
import type { Actor } from '@/lib/domain/actor'
import { changesSince } from '@/lib/overview/changes-since'
import type { Whose } from '@/lib/overview/list-totals'
import { dateInWords, t } from '@/lib/platform/i18n'
import { shownDay } from '@/lib/platform/shown-day'
import { happenings } from '@/lib/register/since'
import { DayForm } from './day-form'

type Props = {
  actor: Actor
  whose: Whose
  shown: TrendState
  /** The address of this page with its trend shown in another way. */
  to: (trend: TrendState) => string
}

/** What has happened since a day, for who prepares a meeting: numbers that lead to their assignments, and a form for the day. */
export async function Since({ actor, whose, shown, to }: Props) {
  const { since } = shown
  if (!since) {
    return (
      <Disclosure summary={t('trend.since.open')} screen>
        <Choice shown={shown} to={to} />
      </Disclosure>
    )
  }
  const counted = await changesSince(actor, whose, since)
  if (!counted.ok) return <Choice shown={shown} to={to} error={t('errors.day_unreadable')} />

  const counts = Object.fromEntries(counted.value.map(({ name, total }) => [name, total]))
  const addresses = happenings.map((one) => [
    one,
    recommendationListAddress({ view: 'assignments', ...whose, [one]: since }),
  ])
  return (
    <>
      <p>
        <TextWithLinks
          text={t('trend.since.state', { day: dateInWords(since), ...counts })}
          to={Object.fromEntries(addresses)}
        />
      </p>
      <Choice shown={shown} to={to} />
    </>
  )
}

/** A form that opens the page with the same parameters and another day. */
function Choice({ shown, to, error }: Pick<Props, 'shown' | 'to'> & { error?: string }) {
  const [address = '', part] = to({ ...shown, since: undefined }).split('#')
  const [path = '', query] = address.split('?')
  return (
    <DayForm
      path={part ? `${path}#${part}` : path}
      kept={[...new URLSearchParams(query)]}
      name="since"
      label={t('trend.since.day')}
      latest={shownDay()}
      shown={shown.since}
      error={error}
      send={t('trend.since.send')}
      back={undefined}
    />
  )
}
