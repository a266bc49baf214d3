import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Section } from '@/app/_ui/layout'
import { Muted } from '@/app/_ui/text'
import type { Queue } from '@/lib/overview/queues'
import { config } from '@/lib/platform/config'
import { t } from '@/lib/platform/i18n'

/** What those who follow up the work of all organizations look at: each kind with its number, and a link to its list. */
export function QueueLinks({ queues }: { queues: readonly Queue[] }) {
  const filled = queues.filter(({ total }) => total > 0)
  return (
    <Section title={t('myWork.queues.title')}>
      {filled.length === 0 ? (
        <Muted>{t('myWork.queues.noneAbout')}</Muted>
      ) : (
        <ul>
          {filled.map(({ name, filters, total }) => (
            <li key={name}>
              <a href={recommendationListAddress({ view: 'assignments', ...filters })}>
                {t(`myWork.queues.${name}`, { count: total, days: config.SILENT_AFTER })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
