import { type ImportPageState, importAddress, importDoneInWords } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { DoneNotice } from '@/app/_ui/done-notice'
import { FormHidden } from '@/app/_ui/form-fields'
import { SoftLink } from '@/app/_ui/soft-link'
import type { CandidateNow } from '@/lib/imports/candidate-shape'
import type { ParagraphNow } from '@/lib/imports/contents'
import { t } from '@/lib/platform/i18n'
import { decide } from './actions'
import { AddForm } from './add-form'
import { CandidateCard } from './candidate-card'
import { EditForm } from './edit-form'
import { MarkedText } from './marked-text'
import css from './review.module.css'

type Props = {
  id: string
  language: string
  state: ImportPageState
  paragraph: ParagraphNow
  /** Its label with those of its parents. Empty if it has none. */
  path: string
  candidates: readonly CandidateNow[]
  /** Those of its candidates for which the filter asks. */
  shown: readonly CandidateNow[]
}

/** A paragraph beside its candidates. */
export function ParagraphRow({ id, language, state, paragraph, path, candidates, shown }: Props) {
  const { ordinal, page } = paragraph
  const adding = state.add === ordinal
  const done = state.at === ordinal && importDoneInWords(state.done)
  const edited = candidates.find((one) => one.id === state.edit)
  const next = edited && candidates[candidates.indexOf(edited) + 1]
  const kept: ImportPageState = { section: state.section, show: state.show }
  return (
    <div className={css.row} id={`p${ordinal}`}>
      <div>
        <small>
          {[
            path === '' ? t('imports.unnumbered') : t('imports.paragraph', { label: path }),
            page !== undefined && t('imports.page', { page }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        <MarkedText text={paragraph.text} candidates={candidates} lang={language} />
      </div>
      <div className={css.candidates}>
        {done && <DoneNotice>{done}</DoneNotice>}
        {shown.length > 0 && (
          <ActionForm action={decide} prefix={`p${ordinal}-`} buttonsOnly>
            <FormHidden name="importId" value={id} />
            <FormHidden name="section" value={state.section ?? 1} />
            {state.show && <FormHidden name="show" value={state.show} />}
            <FormHidden name="paragraph" value={ordinal} />
            {shown
              .filter((one) => one !== edited)
              .map((candidate) => (
                <CandidateCard key={candidate.id} importId={id} state={kept} candidate={candidate} />
              ))}
          </ActionForm>
        )}
        {edited && <EditForm importId={id} language={language} state={kept} candidate={edited} next={next} />}
        {adding ? (
          <AddForm importId={id} language={language} state={kept} paragraph={paragraph} candidates={candidates} />
        ) : (
          <SoftLink href={importAddress(id, { ...kept, add: ordinal }, `p${ordinal}`)}>
            {t('imports.addSentence')}
          </SoftLink>
        )}
      </div>
    </div>
  )
}
