import type { FormState } from '@/lib/platform/form'

/** A list is typed into one field: what is wrong with its lines is said there, as far as a reader can take it in. */
export function atOneField(name: string, state: FormState): FormState {
  const said = Object.entries(state.errors ?? {}).flatMap(([, text]) => text ?? [])
  return said.length > 0 ? { ...state, errors: { [name]: [...new Set(said)].slice(0, 5).join(' ') } } : state
}
