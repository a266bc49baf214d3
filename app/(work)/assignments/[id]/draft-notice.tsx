import { assignmentAddress } from '@/app/_addresses/assignment'
import { ActionForm } from '@/app/_ui/action-form'
import { Card } from '@/app/_ui/card'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { Written } from '@/app/_ui/markdown'
import { SoftLinkButton } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import { readMarkdown } from '@/lib/platform/markdown'
import { type AssignmentView, takesReports } from '@/lib/register/assignment-view'
import type { ReportDraft } from '@/lib/reports/report-drafts'
import { dropDraft } from './assignment-actions'
import { draftInWords } from './draft-form'
import css from './draft-keeper.module.css'

type Props = { actor: Actor; view: AssignmentView; draft: ReportDraft }

/** The draft that waits: who saved it, its text, and buttons to continue and to discard it. */
export function DraftNotice({ actor, view, draft: { id, version, narrative, ...draft } }: Props) {
  const assignment = view.assignment.id
  const open = takesReports(view)
  return (
    <div data-screen="">
      <Card>
        <Stack>
          <div>
            <b>{t('reportDraft.title')}</b>
            <br />
            <small>{draftInWords(actor, draft)}</small>
          </div>
          {narrative && (
            <div className={css.text}>
              <Written>{readMarkdown(narrative)}</Written>
            </div>
          )}
          <small>{t(open ? 'reportDraft.readers' : 'reportDraft.notNow')}</small>
          {open && (
            <Row>
              <SoftLinkButton href={assignmentAddress(assignment, { form: 'report' }, 'next')} variant="main">
                {t('reportDraft.continue')}
              </SoftLinkButton>
            </Row>
          )}
          <ActionForm action={dropDraft} prefix="discard-">
            <FormHidden name="id" value={id} />
            <FormHidden name="assignmentId" value={assignment} />
            <FormHidden name="draftVersion" value={version} />
            <Confirm label={t('reportDraft.discardAsk')} about={t('reportDraft.discardAbout')}>
              <SubmitButton variant="danger">{t('reportDraft.discard')}</SubmitButton>
            </Confirm>
          </ActionForm>
        </Stack>
      </Card>
    </div>
  )
}
