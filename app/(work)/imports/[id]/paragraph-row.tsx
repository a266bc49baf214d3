import { type ImportPageState, importAddress, importDoneInWords } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { DoneNotice } from '@/app/_ui/done-notice'
import { FormHidden } from '@/app/_ui/form-fields'
import { SoftLink } from '@/app/_ui/soft-link'
import { t } from '@/lib/platform/i18n'
import { decide } from './actions'
import { AddForm } from './add-form'
import { CandidateCard } from './candidate-card'
import { EditForm } from './edit-form'
import { MarkedText } from './marked-text'
import css from './review.module.css'
import type { SectionRow } from './section-pages'
import { StateFields } from './state-fields'

type Props = {
  id: string
  language: string
  state: ImportPageState
  row: SectionRow
  /** The label of the paragraph with those of its parents. Empty if it has none. */
  path: string
}

/** A paragraph beside its candidates. */
export function ParagraphRow({ id, language, state, row, path }: Props) {
  const { paragraph, own: candidates, shown, from, to } = row
  const { ordinal, page } = paragraph
  const adding = state.add === ordinal
  const done = state.at === ordinal && importDoneInWords(state.done)
  const edited = candidates.find((one) => one.id === state.edit)
  const next = edited && candidates[candidates.indexOf(edited) + 1]
  const kept: ImportPageState = { section: state.section, page: state.page, show: state.show }
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
        <MarkedText text={paragraph.text} candidates={candidates} lang={language} from={from} to={to} />
      </div>
      <div className={css.candidates}>
        {done && <DoneNotice>{done}</DoneNotice>}
        {shown.length > 0 && (
          <ActionForm action={decide} prefix={`p${ordinal}-`} buttonsOnly>
            <FormHidden name="importId" value={id} />
            <StateFields state={state} />
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
          <AddForm importId={id} language={language} state={kept} row={row} />
        ) : (
          <SoftLink href={importAddress(id, { ...kept, add: ordinal }, `p${ordinal}`)}>
            {t('imports.addSentence')}
          </SoftLink>
        )}
      </div>
    </div>
  )
}
