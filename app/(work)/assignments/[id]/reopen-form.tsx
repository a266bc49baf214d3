import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { ReopenFields } from '@/app/(work)/_components/closure-fields'
import type { Assignment } from '@/lib/domain/answer-shapes'
import { t } from '@/lib/platform/i18n'
import { reopenOne } from './closure-actions'

type Props = { assignment: Assignment; back: string }

/** Reopens a closed assignment. */
export const ReopenForm = ({ assignment: { id, organization }, back }: Props) => (
  <ActionForm action={reopenOne} prefix="reopen-" keep={`reopen ${id}`} focus>
    <FormHidden name="id" value={id} />
    <ReopenFields title={t('recommendation.manage.titleReopen', { organization: organization.name })} back={back} />
  </ActionForm>
)
