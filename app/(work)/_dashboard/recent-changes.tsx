import { Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { sentence as asSentence } from '@/app/(work)/_components/number-words'
import { placeOf } from '@/app/(work)/linked-history-row'
import { shortKey } from '@/lib/domain/citation'
import type { Dashboard } from '@/lib/overview/dashboard'
import { t } from '@/lib/platform/i18n'
import { since } from './moment-words'

/** The latest changes of which the reader may know. */
export function RecentChanges({ seen: { changed, documents, today } }: { seen: Dashboard }) {
  const [only, ...others] = documents
  // If there is only one document, its code adds nothing.
  const named = (key: string) =>
    only && others.length === 0 && key.startsWith(`${only.code}-`) ? shortKey(key, only.code) : key
  return (
    <Section
      title={t('dashboard.changed')}
      actions={
        <small>
          <a href="/history">{t('changes.title')}</a>
        </small>
      }
    >
      <Rows>
        {changed.map(({ seq, at, sentence, recommendation, ...about }) => (
          <li key={seq}>
            <Stack gap="tight">
              <span>{sentence}</span>
              <small>
                {recommendation ? (
                  <>
                    <a href={placeOf(recommendation, about)}>{named(recommendation)}</a>, {since(new Date(at), today)}
                  </>
                ) : (
                  asSentence(since(new Date(at), today))
                )}
              </small>
            </Stack>
          </li>
        ))}
      </Rows>
    </Section>
  )
}
