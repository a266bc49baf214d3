import type { ImportPageState } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden, FormSelect } from '@/app/_ui/form-fields'
import { InlineFields } from '@/app/_ui/form-layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { undecidedAbove } from '@/lib/imports/undecided-above'
import { t } from '@/lib/platform/i18n'
import { acceptAll } from './actions'
import { StateFields } from './state-fields'

const levels = [0.9, 0.8, 0.7, 0.6, 0.5]

/** Accepts all candidates with at least a given confidence. The default accepts the fewest. */
export async function AcceptAll({ id, state }: { id: string; state: ImportPageState }) {
  const counts = await undecidedAbove(id, levels)
  const choices = levels.map((level, place) => ({ level, count: counts[place] ?? 0 })).filter(({ count }) => count > 0)
  const [surest] = choices
  if (!surest) return null
  return (
    <ActionForm action={acceptAll} prefix="all-" buttonsOnly>
      <FormHidden name="importId" value={id} />
      <StateFields state={state} />
      <Confirm label={t('imports.review.acceptAll')} about={t('imports.review.acceptAllAbout')}>
        <InlineFields>
          <FormSelect
            name="confidence"
            label={t('imports.review.confidence')}
            options={choices.map(({ level, count }) => ({
              value: String(level),
              label: t('imports.review.atLeast', { percent: Math.round(level * 100), count }),
            }))}
            defaultValue={String(surest.level)}
          />
          <SubmitButton>{t('imports.review.accept')}</SubmitButton>
        </InlineFields>
      </Confirm>
    </ActionForm>
  )
}
