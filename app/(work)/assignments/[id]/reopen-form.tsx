import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ReasonField } from '@/app/(work)/_components/closure-fields'
import type { Assignment } from '@/lib/domain/answer-shapes'
import { t } from '@/lib/platform/i18n'
import { reopenOne } from './closure-actions'

type Props = { assignment: Assignment; back: string }

/** Reopens a closed assignment. */
export const ReopenForm = ({ assignment: { id, organization }, back }: Props) => (
  <ActionForm action={reopenOne} prefix="reopen-" keep={`reopen ${id}`} focus>
    <FormHidden name="id" value={id} />
    <Fields>
      <h3>{t('recommendation.manage.titleReopen', { organization: organization.name })}</h3>
      <ReasonField />
      <Row>
        <SubmitButton>{t('recommendation.manage.reopen')}</SubmitButton>
        <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
      </Row>
    </Fields>
  </ActionForm>
)
