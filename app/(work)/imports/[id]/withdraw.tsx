import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden } from '@/app/_ui/form-fields'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import { withdraw } from './actions'

/** Withdraws an import, also a published one that nobody has worked on. */
export const Withdraw = ({ id, published }: { id: string; published: boolean }) => (
  <ActionForm action={withdraw} prefix="withdraw-">
    <FormHidden name="id" value={id} />
    <Confirm
      label={t('imports.withdraw.label')}
      about={t(published ? 'imports.withdraw.publishedAbout' : 'imports.withdraw.about')}
    >
      <SubmitButton variant="danger">{t('imports.withdraw.send')}</SubmitButton>
    </Confirm>
  </ActionForm>
)
