import { Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import type { Dashboard } from '@/lib/overview/dashboard'
import { words } from '@/lib/platform/i18n'
import { shortKey } from '@/lib/recommendations/key'
import { sentence } from '../numbers'
import { pathOf } from '../recommendations/[key]/address'
import { since } from './since'

/** What changed lately, as far as the reader may hear of it. */
export function Changed({ seen: { changed, documents, today } }: { seen: Dashboard }) {
  const [only, ...others] = documents
  // Where there is but one document, its code says nothing.
  const named = (key: string) =>
    only && others.length === 0 && key.startsWith(`${only.code}-`) ? shortKey(key, only.code) : key
  return (
    <Section
      title={words('dashboard.changed')}
      actions={
        <small>
          <a href="/history">{words('changes.title')}</a>
        </small>
      }
    >
      <Rows>
        {changed.map(({ seq, at, sentence: told, recommendation }) => (
          <li key={seq}>
            <Stack gap="tight">
              <span>{told}</span>
              <small>
                {recommendation ? (
                  <>
                    <a href={pathOf(recommendation)}>{named(recommendation)}</a>, {since(new Date(at), today)}
                  </>
                ) : (
                  sentence(since(new Date(at), today))
                )}
              </small>
            </Stack>
          </li>
        ))}
      </Rows>
    </Section>
  )
}
