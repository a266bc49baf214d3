import type { ReactNode } from 'react'
import { annotationAddress, annotationId, type State } from '@/app/_addresses/recommendation'
import { Fact, Facts } from '@/app/_ui/facts'
import { Written } from '@/app/_ui/markdown'
import { Quoted } from '@/app/_ui/quoted'
import { DueDate } from '@/app/(work)/_components/due-date'
import { ReportRules } from '@/app/(work)/assignments/[id]/report-rules'
import { unwritten } from '@/lib/domain/report-words'
import { dateInWords, t } from '@/lib/platform/i18n'
import { readMarkdown } from '@/lib/platform/markdown'
import { shownDay } from '@/lib/platform/shown-day'
import { leadIn } from '@/lib/reading/lead-in'
import type { Row } from '@/lib/register/assignment-rows'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import css from './report-panel.module.css'

type Props = { whole: RecommendationView; row: Row; state: State; children: ReactNode }

/**
 * The form to report (`children`), and beside it what people need for that: the quote, earlier reports and annotations.
 */
export const ReportPanel = ({ whole, row, state, children }: Props) => (
  <div className={css.panel}>
    <div className={css.requested}>
      <h3>{t('recommendation.report.asked')}</h3>
      <Quoted lang={whole.language} lead={leadIn(whole)}>
        <mark>{whole.quote}</mark>
      </Quoted>
      <Facts>
        <Fact term={t('recommendation.report.due')}>
          <DueDate assignment={row.assignment} today={shownDay()} />
        </Fact>
        <Previous row={row} />
      </Facts>
    </div>
    <div className={css.form}>{children}</div>
    <div className={css.also}>
      <ReportRules />
      <NewestAnnotations whole={whole} state={state} />
    </div>
  </div>
)

function Previous({ row: { latest } }: { row: Row }) {
  if (!latest) return <Fact term={t('recommendation.report.previous')}>{t('recommendation.report.previousNone')}</Fact>
  const { progress, asOf, narrative } = latest
  const about = `${t('recommendation.report.previous')}: ${t(`progress.${progress}`)}, ${dateInWords(asOf)}`
  return (
    <Fact term={about}>
      <div className={css.words}>{narrative ? <Written>{readMarkdown(narrative)}</Written> : unwritten(latest)}</div>
    </Fact>
  )
}

const most = 3

/** The beginning of each of the newest annotations, whichever page of them is shown. */
function NewestAnnotations({
  whole: { key, notes, notesPage, newestNotes, noteCount },
  state,
}: {
  whole: RecommendationView
  state: State
}) {
  const shown = (notesPage === 0 ? notes : newestNotes)
    .filter(({ annotation: { withdrawnAt } }) => !withdrawnAt)
    .slice(0, most)
  if (shown.length === 0) return null
  return (
    <>
      <h3>{t('recommendation.annotations.title')}</h3>
      {shown.map(({ annotation: { id, author, body } }) => (
        <div key={id}>
          <a href={notesPage === 0 ? `#${annotationId(id)}` : annotationAddress(key, id, state)} dir="auto">
            {author.name}
          </a>
          <div className={css.note}>
            <Written>{readMarkdown(body)}</Written>
          </div>
        </div>
      ))}
      {noteCount > shown.length && (
        <a href="#annotations">{t('recommendation.annotations.showAll', { count: noteCount })}</a>
      )}
    </>
  )
}
