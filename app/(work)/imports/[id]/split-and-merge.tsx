import type { ImportPageState } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { Disclosure } from '@/app/_ui/disclosure'
import { FormCheck, FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { FormPassages } from '@/app/_ui/form-passages'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CandidateNow } from '@/lib/imports/candidate-shape'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { wasRefused } from '@/lib/platform/request-scope'
import { merge, split } from './actions'
import { StateFields } from './state-fields'

type Props = { importId: string; state: ImportPageState; candidate: CandidateNow }

/** Splits a candidate in two, at the words with which the second begins. */
export const SplitForm = ({ language, candidate, ...where }: Props & { language: string }) => (
  <Disclosure summary={t('imports.edit.split')} open={wasRefused('split-')}>
    <ActionForm action={split} prefix="split-" version={candidate.version}>
      <Where {...where} candidate={candidate} />
      <FormHidden name="secondId" value={newId()} />
      <Fields>
        <FormText
          name="words"
          label={t('imports.edit.splitAt')}
          hint={t('imports.edit.splitHint')}
          lang={language}
          autoComplete="off"
        />
        <FormPassages name="at" of="occurrence" label={t('imports.edit.which')} lang={language} />
        <Row>
          <SubmitButton variant="plain">{t('imports.edit.splitSend')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Disclosure>
)

/** Merges a candidate with the next one of its paragraph. */
export const MergeForm = ({ next, candidate, ...where }: Props & { next: CandidateNow }) => (
  <Disclosure summary={t('imports.edit.merge')} open={wasRefused('merge-')}>
    <ActionForm action={merge} prefix="merge-" version={candidate.version}>
      <Where {...where} candidate={candidate} />
      <FormHidden name="otherId" value={next.id} />
      <FormHidden name="otherVersion" value={next.version} />
      <p>{t('imports.edit.mergeAbout', { title: next.title })}</p>
      {(candidate.decision !== 'accepted' || next.decision !== 'accepted') && (
        <FormCheck name="accept" label={t('imports.edit.mergeAccept')} />
      )}
      <SubmitButton variant="plain">{t('imports.edit.mergeSend')}</SubmitButton>
    </ActionForm>
  </Disclosure>
)

/** The candidate, and the section to which the form leads back. */
const Where = ({ importId, state, candidate }: Props) => (
  <>
    <FormHidden name="importId" value={importId} />
    <FormHidden name="id" value={candidate.id} />
    <FormHidden name="paragraph" value={candidate.paragraph} />
    <StateFields state={state} />
  </>
)
