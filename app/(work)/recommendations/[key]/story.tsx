import type { ReactNode } from 'react'
import { Disclosure } from '@/app/_ui/disclosure'
import { Plain } from '@/app/_ui/markdown'
import { Status } from '@/app/_ui/status'
import { dateInWords, words } from '@/lib/platform/i18n'
import { withLinks } from '@/lib/platform/markdown'
import type { Report } from '@/lib/recommendations/rows'
import css from './story.module.css'

type Props = { reports: Report[]; count: number; organization: string; open: boolean; children: ReactNode }

/** An organization's reports in its own words: read from top to bottom, what was done. */
export const Story = ({ reports, count, organization, open, children }: Props) => (
  <Disclosure summary={words('one.assignments.story', { count })} open={open}>
    {children}
    <ol className={css.story}>
      {reports.map(({ id, asOf, progress, narrative, author, onBehalf, corrects, corrected }) => (
        <li key={id}>
          <Status status={progress} label={words(`progress.${progress}`)} />
          {corrected && <small> {words('one.assignments.corrected')}</small>}
          <p dir="auto">{narrative ? <Plain>{withLinks(narrative)}</Plain> : words('one.assignments.erased')}</p>
          <small>
            {words(onBehalf ? 'one.assignments.saidOnBehalf' : 'one.assignments.said', {
              author,
              organization,
              date: dateInWords(asOf),
            })}
            {corrects && `. ${words('one.assignments.corrects', { date: dateInWords(corrects) })}`}
          </small>
        </li>
      ))}
    </ol>
  </Disclosure>
)
