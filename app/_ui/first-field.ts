/** Where the work in a form begins. */
export const firstField = (form: HTMLElement | null) =>
  form?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea, button:not([aria-hidden])')
