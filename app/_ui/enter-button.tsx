import { hiddenFields } from '@/lib/platform/form-input'
import css from './action-form.module.css'

/** First in a form, so that Enter in a field presses it and none of the others. Nobody sees it. */
export const EnterButton = () => (
  <button type="submit" name={hiddenFields.enter} value="1" className={css.enter} tabIndex={-1} aria-hidden="true" />
)
