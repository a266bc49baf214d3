import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { TextWithLinks } from '@/app/(work)/_components/text-with-links'
import type { Actor } from '@/lib/domain/actor'
import { countDelays, delays, type Whose } from '@/lib/overview/list-totals'
import { config } from '@/lib/platform/config'
import { t } from '@/lib/platform/i18n'

/** What holds unfinished work up, for who asks why it does not get on: numbers that lead to their assignments. */
export async function Delays({ actor, whose }: { actor: Actor; whose: Whose }) {
  const counted = await countDelays(actor, whose)
  if (!counted.ok || counted.value.every(({ total }) => total === 0)) return null
  const counts = Object.fromEntries(counted.value.map(({ name, total }) => [name, total]))
  const addresses = counted.value.map(({ name }) => [
    name,
    recommendationListAddress({ view: 'assignments', ...whose, ...delays[name] }),
  ])
  return (
    <p>
      <TextWithLinks
        text={t('trend.delays', { ...counts, days: config.SILENT_AFTER })}
        to={Object.fromEntries(addresses)}
      />
    </p>
  )
}
