import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden } from '@/app/_ui/form-fields'
import { Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ClosureFields } from '@/app/(work)/_components/closure-fields'
import { takesRemoval } from '@/lib/assignments/possible-changes'
import { t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { takeBack } from './assignment-actions'
import { closeOne } from './closure-actions'

type Props = { view: AssignmentView; back: string }

/** Closes an assignment, or removes it if it was made by mistake. */
export function CloseForm({ view, back }: Props) {
  const { assignment, recommendation, reportCount, dates, answers, plan } = view
  const requests = dates.filter(({ kind }) => kind === 'requested').length
  const { id, organization } = assignment
  return (
    <Stack>
      <ActionForm action={closeOne} prefix="close-" keep={`close ${id}`} focus>
        <FormHidden name="id" value={id} />
        <Stack>
          <h3>{t('recommendation.manage.closeTitle', { organization: organization.name })}</h3>
          <p>{t('recommendation.manage.closeAbout')}</p>
          <ClosureFields button={t('recommendation.manage.close')} back={back} />
        </Stack>
      </ActionForm>
      {(takesRemoval(view, reportCount + requests + answers.length + plan.length) || wasRefused('remove-')) && (
        <ActionForm action={takeBack} prefix="remove-">
          <FormHidden name="id" value={id} />
          <FormHidden name="key" value={recommendation.key} />
          <Confirm label={t('recommendation.manage.removeAsk')} about={t('recommendation.manage.removeAbout')}>
            <SubmitButton variant="danger">{t('recommendation.manage.remove')}</SubmitButton>
          </Confirm>
        </ActionForm>
      )}
    </Stack>
  )
}
