import { Offered } from '@/app/_ui/action-form'
import { FormCheck } from '@/app/_ui/form-fields'
import { t } from '@/lib/platform/i18n'
import type { Failure } from '@/lib/platform/result'

const name = 'confirmPast'

/**
 * A checkbox to confirm a date in the past. A form shows it once its action has offered it, and moves the focus to it.
 * A form with several dates has one at each `field`.
 */
export const ConfirmPast = ({ field }: { field?: string }) => (
  <Offered name={offerOf(field)} leads>
    <FormCheck name={name} label={t('due.confirmPast')} />
  </Offered>
)

/** Returns the checkbox to offer for a date in the past. It stays as long as it is checked. */
export const offersPast = (failure: Failure, form: FormData, field?: string): string[] =>
  form.get(name) || (failure.reason === 'invalid' && failure.errors.some(({ code }) => code === 'due_in_past'))
    ? [offerOf(field)]
    : []

const offerOf = (field: string | undefined) => (field === undefined ? name : `${name} ${field}`)
