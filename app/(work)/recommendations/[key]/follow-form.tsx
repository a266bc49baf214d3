import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import { follow } from './follow-action'

/** A button that follows the recommendation, or ends that. */
export const FollowForm = ({ recommendation, follows }: { recommendation: string; follows: boolean }) => (
  <ActionForm action={follow} prefix="follow-">
    <FormHidden name="key" value={recommendation} />
    {follows && <FormHidden name="ends" value="yes" />}
    <SubmitButton variant="plain">{t(follows ? 'recommendation.unfollow' : 'recommendation.follow')}</SubmitButton>
  </ActionForm>
)
