import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden } from '@/app/_ui/form-fields'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { ImportNow } from '@/lib/imports/import-shape'
import { t } from '@/lib/platform/i18n'
import { withdraw } from './actions'

/** Withdraws an import, also a published one that nobody has worked on. */
export const Withdraw = ({ one: { id, state, editionOf } }: { one: ImportNow }) => (
  <ActionForm action={withdraw} prefix="withdraw-">
    <FormHidden name="id" value={id} />
    <Confirm
      label={t('imports.withdraw.label')}
      about={t(`imports.withdraw.${state !== 'published' ? 'about' : editionOf ? 'editionAbout' : 'publishedAbout'}`)}
    >
      <SubmitButton variant="danger">{t('imports.withdraw.send')}</SubmitButton>
    </Confirm>
  </ActionForm>
)
