'use client'

import { readTyped } from '@/lib/platform/form-input'

type Control = HTMLInputElement | HTMLTextAreaElement

const isTyped = (element: Element): element is Control =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement &&
    !['hidden', 'checkbox', 'radio', 'password', 'submit', 'file'].includes(element.type))

/** Returns the values of a form without passwords, to be stored or shown again. */
export function typedIn(form: HTMLFormElement, data: FormData): Record<string, string> {
  const typed = readTyped(data)
  for (const { name } of form.querySelectorAll<HTMLInputElement>('input[type="password"]')) delete typed[name]
  return typed
}

/**
 * Returns whether a form has a field to fill in and no field for a password, so that the browser may store its text.
 */
export const asksForText = (form: HTMLFormElement) =>
  form.querySelector('input:not([type="hidden"]), textarea, select') !== null &&
  form.querySelector('input[type="password"]') === null

/** Returns whether the fields of a form show this text already. */
export function shows(form: HTMLFormElement, typed: Partial<Record<string, string>>): boolean {
  const current = typedIn(form, new FormData(form))
  const fields = form.querySelectorAll<Control>('input:not([type="hidden"]), textarea, select')
  return [...fields].every(({ name }) => (current[name] ?? '') === (typed[name] ?? ''))
}

/** Resets a form to its new defaults, except for what was typed after it was sent. */
export function startAgain(form: HTMLFormElement, sent: FormData | undefined) {
  const since = [...form.elements].filter(isTyped).flatMap((control) => {
    const { name, value } = control
    return sent && name && value !== sent.get(name)?.toString() ? [{ control, value }] : []
  })
  form.reset()
  for (const { control, value } of since) control.value = value
}

/** Returns a function that gives the checked values of a name. They are read once for many checkboxes. */
export function tickedIn(typed: Partial<Record<string, string>> | undefined) {
  const read = new Map<string, Set<string>>()
  return (name: string) => {
    const ticked = read.get(name) ?? new Set(typed?.[name]?.split('\n'))
    read.set(name, ticked)
    return ticked
  }
}
