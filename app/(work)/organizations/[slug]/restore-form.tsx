import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import { t } from '@/lib/platform/i18n'
import { restore } from './actions'

export const RestoreForm = ({ slug }: { slug: string }) => (
  <ActionForm action={restore} prefix="restore-">
    <FormHidden name="slug" value={slug} />
    <ConfirmSimilar />
    <SubmitButton variant="plain">{t('organization.restore')}</SubmitButton>
  </ActionForm>
)
