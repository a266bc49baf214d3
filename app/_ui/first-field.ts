const fields =
  'input:not([type="hidden"], fieldset:has(:checked) [type="radio"]:not(:checked)), select, textarea, button:not([aria-hidden])'

/** Returns the first field of a form. If that is a choice, returns the option that is chosen. */
export const firstField = (form: HTMLElement | null) => form?.querySelector<HTMLElement>(fields)
