import { recommendationPath } from '@/app/_addresses/recommendation'
import { Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Muted } from '@/app/_ui/text'
import { naming } from '@/app/(work)/_components/recommendation-reference'
import type { Dashboard } from '@/lib/overview/dashboard'
import { type Reached as Change, reachedWithin } from '@/lib/overview/recent-progress'
import { listInWords, t } from '@/lib/platform/i18n'
import { since } from './moment-words'

/** The latest progress: which organization reported which recommendation as what. */
export async function Reached({ seen: { reached, today } }: { seen: Dashboard }) {
  const nameOf = await naming()
  return (
    <Section title={t('dashboard.reached.title', { days: reachedWithin })}>
      {reached.length === 0 ? (
        <Muted>{t('dashboard.reached.nothing')}</Muted>
      ) : (
        <Rows>
          {reached.map((change) => (
            <li key={`${change.recommendation.key} ${change.status}`}>
              <Stack gap="tight">
                <span>
                  {t(`dashboard.reached.${change.status}`, {
                    names: namesIn(change),
                    which: nameOf(change.recommendation),
                  })}
                </span>
                <small>
                  <a href={recommendationPath(change.recommendation.key)} dir="auto">
                    {change.recommendation.title}
                  </a>
                  , {since(new Date(change.at), today)}
                </small>
              </Stack>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}

const few = 3

/** Returns the names of the first few organizations and the number of others. */
function namesIn({ organizations }: Change) {
  const more = organizations.length - few
  if (more <= 0) return listInWords(organizations)
  return listInWords([...organizations.slice(0, few), t('dashboard.others', { count: more })])
}
