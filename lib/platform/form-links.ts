import type { FormState } from './form'

/** Returns the state of a form with its earlier links, because each can be shown only once. New links come first. */
export function keepLinks(earlier: FormState['links'], state: FormState): FormState {
  const made = state.links ?? []
  const kept = (earlier ?? []).filter(({ value }) => !made.some((link) => link.value === value))
  return kept.length === 0 ? state : { ...state, links: [...made, ...kept] }
}
