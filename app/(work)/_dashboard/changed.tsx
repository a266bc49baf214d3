import { Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import type { Entry } from '@/lib/history/chronicle'
import { config } from '@/lib/platform/config'
import { momentInWords, words } from '@/lib/platform/i18n'
import { pathOf } from '../recommendations/[key]/address'

/** What changed lately, as far as the reader may hear of it. */
export const Changed = ({ entries }: { entries: Entry[] }) => (
  <Section
    title={words('dashboard.changed')}
    actions={
      <small>
        <a href="/history">{words('changes.title')}</a>
      </small>
    }
  >
    <Rows>
      {entries.map(({ seq, at, sentence, recommendation }) => (
        <li key={seq}>
          <Stack gap="tight">
            <span>{sentence}</span>
            <small>
              {recommendation && (
                <>
                  <a href={pathOf(recommendation)}>{recommendation}</a>,{' '}
                </>
              )}
              {momentInWords(new Date(at), config.TIME_ZONE)}
            </small>
          </Stack>
        </li>
      ))}
    </Rows>
  </Section>
)
