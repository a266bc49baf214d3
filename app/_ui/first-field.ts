const fields =
  'input:not([type="hidden"], fieldset:has(:checked) [type="radio"]:not(:checked)), select, textarea, button:not([aria-hidden])'

/** Where the work in a form begins; of several choices, at the one that is chosen. */
export const firstField = (form: HTMLElement | null) => form?.querySelector<HTMLElement>(fields)
