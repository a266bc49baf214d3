import { Offered } from '@/app/_ui/action-form'
import { FormCheck } from '@/app/_ui/form-fields'
import type { FormState } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import type { Failure } from '@/lib/platform/result'

const name = 'confirmSimilar'

/**
 * A checkbox with which an administrator confirms a name that looks like another one. Shown once the action has offered
 * it.
 */
export const ConfirmSimilar = () => (
  <Offered name={name}>
    <FormCheck name={name} label={t('people.confirmSimilar')} />
  </Offered>
)

/** Offers the checkbox if a refusal says that the reader may confirm the name. It stays as long as it is checked. */
export function offeringSimilar(state: FormState, failures: readonly Failure[], form: FormData): FormState {
  const errors = failures.flatMap((failure) =>
    failure.reason === 'invalid' ? failure.errors.map(({ params }) => params) : [failure.params],
  )
  const offered = form.get(name) !== null || errors.some(({ confirm }) => confirm === 'yes')
  return offered ? { ...state, offers: [...(state.offers ?? []), name] } : state
}
