import type { FormState } from '@/lib/platform/form'

/** What a command says of one in its list of organizations, the form says of the field in which it was typed. */
export function renameFieldErrors(field: string, { errors, ...state }: FormState): FormState {
  if (!errors) return state
  const renamed = Object.entries(errors).map(([name, text]) => [
    /^(?:organizations|names)\./.test(name) ? field : name,
    text,
  ])
  return { ...state, errors: Object.fromEntries(renamed) }
}
