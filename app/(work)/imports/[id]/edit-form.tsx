import { type ImportPageState, importAddress } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { FormDate, FormHidden, FormSelect, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { FormPassages } from '@/app/_ui/form-passages'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { AddMissing } from '@/app/(work)/_components/add-missing'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import type { CandidateNow } from '@/lib/imports/candidate-shape'
import { t } from '@/lib/platform/i18n'
import { Kind } from '@/prisma/generated/enums'
import { saveCandidate } from './actions'
import { AddresseeFields } from './addressee-fields'
import css from './review.module.css'
import { MergeForm, SplitForm } from './split-and-merge'
import { StateFields } from './state-fields'

export const kinds = () => Object.values(Kind).map((value) => ({ value, label: t(`kind.${value}`) }))

type Props = {
  importId: string
  language: string
  state: ImportPageState
  candidate: CandidateNow
  next: CandidateNow | undefined
}

/** Edits a candidate: its words, title, kind, addressees and due date. */
export function EditForm({ importId, language, state, candidate, next }: Props) {
  const { id, paragraph, quote, start, title, kind, dueOn, addressees, version, decision } = candidate
  return (
    <div className={css.card} id={`c-${id}`}>
      <ActionForm action={saveCandidate} prefix="edit-" version={version} keep={`candidate ${id}`} focus>
        <FormHidden name="importId" value={importId} />
        <FormHidden name="id" value={id} />
        <FormHidden name="paragraph" value={paragraph} />
        <FormHidden name="from" value={start} />
        <FormHidden name="quote" value={quote} />
        <StateFields state={state} />
        <Fields>
          <h3>{t('imports.edit.title')}</h3>
          <FormText name="title" label={t('imports.edit.name')} defaultValue={title} maxLength={300} />
          <FormSelect name="kind" label={t('imports.edit.kind')} options={kinds()} defaultValue={kind} />
          <FormTextArea
            name="words"
            label={t('imports.edit.words')}
            hint={t('imports.edit.wordsHint')}
            rows={5}
            lang={language}
            defaultValue={quote}
          />
          <FormPassages name="at" of="occurrence" label={t('imports.edit.which')} lang={language} />
          <AddresseeFields addressees={addressees} />
          <AddMissing />
          <ConfirmSimilar />
          <FormDate name="dueOn" optional label={t('imports.edit.dueOn')} defaultValue={dueOn} />
          <Row>
            <SubmitButton name="decision" value="accepted">
              {t(decision === 'accepted' ? 'imports.edit.saveOnly' : 'imports.edit.save')}
            </SubmitButton>
            <SoftLink href={importAddress(importId, state, `c-${id}`)}>{t('imports.edit.cancel')}</SoftLink>
          </Row>
        </Fields>
      </ActionForm>
      <SplitForm importId={importId} language={language} state={state} candidate={candidate} />
      {next && <MergeForm importId={importId} state={state} candidate={candidate} next={next} />}
    </div>
  )
}
