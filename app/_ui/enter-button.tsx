import { hiddenFields } from '@/lib/platform/form-input'
import css from './action-form.module.css'

/** An invisible button at the start of a form, so that Enter in a field presses it and none of the others. */
export const EnterButton = () => (
  <button type="submit" name={hiddenFields.enter} value="1" className={css.enter} tabIndex={-1} aria-hidden="true" />
)
