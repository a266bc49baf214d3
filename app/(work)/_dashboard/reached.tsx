import { Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import type { Dashboard } from '@/lib/overview/dashboard'
import { type Reached as Change, reachedWithin } from '@/lib/overview/reached'
import { listInWords, words } from '@/lib/platform/i18n'
import { naming } from '../named'
import { pathOf } from '../recommendations/[key]/address'
import { since } from './since'

/** What assignments came to lately: who reported which recommendation as what. */
export async function Reached({ seen: { reached, today } }: { seen: Dashboard }) {
  const nameOf = await naming()
  return (
    <Section title={words('dashboard.reached.title', { days: reachedWithin })}>
      {reached.length === 0 ? (
        <Quiet>{words('dashboard.reached.nothing')}</Quiet>
      ) : (
        <Rows>
          {reached.map((change) => (
            <li key={`${change.recommendation.key} ${change.status}`}>
              <Stack gap="tight">
                <span>
                  {words(`dashboard.reached.${change.status}`, {
                    names: namesIn(change),
                    which: nameOf(change.recommendation),
                  })}
                </span>
                <small>
                  <a href={pathOf(change.recommendation.key)} dir="auto">
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

/** The first few by name, and how many more. */
function namesIn({ organizations }: Change) {
  const more = organizations.length - few
  if (more <= 0) return listInWords(organizations)
  return listInWords([...organizations.slice(0, few), words('dashboard.others', { count: more })])
}
