import type { FormState } from '@/lib/platform/form'

/** Moves errors about items of a command's list of organizations to the field in which they were typed. */
export function renameFieldErrors(field: string, { errors, ...state }: FormState): FormState {
  if (!errors) return state
  const renamed = Object.entries(errors).map(([name, text]) => [
    /^(?:organizations|names)\./.test(name) ? field : name,
    text,
  ])
  return { ...state, errors: Object.fromEntries(renamed) }
}
