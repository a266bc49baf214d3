import type { FormState } from './form'

/** The links that a form shows already stay: each of them can be shown only once. Those that were just made come first. */
export function keepLinks(earlier: FormState['links'], state: FormState): FormState {
  const made = state.links ?? []
  const kept = (earlier ?? []).filter(({ value }) => !made.some((link) => link.value === value))
  return kept.length === 0 ? state : { ...state, links: [...made, ...kept] }
}
