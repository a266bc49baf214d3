import { draftAddress } from '@/app/_addresses/assignment'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { ReportDraft } from '@/lib/reports/report-drafts'
import { draftInWords } from './draft-form'
import { DraftKeeper } from './draft-keeper'

type Props = {
  actor: Actor
  assignment: string
  /** The ID of the report that this one corrects. A correction has no draft. */
  corrects: string | undefined
  draft: ReportDraft | undefined
  back: string
}

/** The buttons of the form to report, with what saves its draft. */
export function ReportButtons({ actor, assignment, corrects, draft, back }: Props) {
  const cancel = <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
  if (corrects) {
    return (
      <Row>
        <FormHidden name="id" value={newId()} />
        <FormHidden name="corrects" value={corrects} />
        <SubmitButton>{t('recommendation.report.sendCorrection')}</SubmitButton>
        {cancel}
      </Row>
    )
  }
  return (
    <DraftKeeper
      draft={draft ? { id: draft.id, version: draft.version } : { id: newId() }}
      savedBefore={draft && draftInWords(actor, draft)}
      savedFrom={newId()}
      address={draftAddress(assignment)}
      words={words()}
      cancel={cancel}
    >
      <SubmitButton>{t('report.send')}</SubmitButton>
    </DraftKeeper>
  )
}

const words = () => ({
  save: t('reportDraft.form.save'),
  saved: t('reportDraft.form.saved', { time: '{time}' }),
  lost: t('reportDraft.form.lost'),
  signedOut: t('reportDraft.form.signedOut'),
  signIn: t('reportDraft.form.signIn'),
  theirs: t('reportDraft.form.theirs'),
  beside: t('reportDraft.form.beside', { time: '{time}' }),
  take: t('reportDraft.form.take'),
  drop: t('reportDraft.form.drop'),
})
