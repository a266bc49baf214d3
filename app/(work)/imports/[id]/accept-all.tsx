import type { ImportPageState } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden, FormSelect } from '@/app/_ui/form-fields'
import { InlineFields } from '@/app/_ui/form-layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import { acceptAll } from './actions'

const levels = [90, 80, 70, 60, 50]

/** Accepts all candidates with at least a given confidence. */
export const AcceptAll = ({ id, state: { section, show } }: { id: string; state: ImportPageState }) => (
  <ActionForm action={acceptAll} prefix="all-" buttonsOnly>
    <FormHidden name="importId" value={id} />
    {section !== undefined && <FormHidden name="section" value={section} />}
    {show !== undefined && <FormHidden name="show" value={show} />}
    <Confirm label={t('imports.review.acceptAll')} about={t('imports.review.acceptAllAbout')}>
      <InlineFields>
        <FormSelect
          name="confidence"
          label={t('imports.review.confidence')}
          options={levels.map((percent) => ({
            value: String(percent / 100),
            label: t('imports.review.atLeast', { percent }),
          }))}
          defaultValue="0.7"
        />
        <SubmitButton>{t('imports.review.accept')}</SubmitButton>
      </InlineFields>
    </Confirm>
  </ActionForm>
)
