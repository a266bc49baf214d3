'use client'

import { readTyped } from '@/lib/platform/form-input'

type Control = HTMLInputElement | HTMLTextAreaElement

const isTyped = (element: Element): element is Control =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement &&
    !['hidden', 'checkbox', 'radio', 'password', 'submit', 'file'].includes(element.type))

/** What stands in a form, without passwords, to be kept or shown again. */
export function typedIn(form: HTMLFormElement, data: FormData): Record<string, string> {
  const typed = readTyped(data)
  for (const { name } of form.querySelectorAll<HTMLInputElement>('input[type="password"]')) delete typed[name]
  return typed
}

/** Whether somebody types or chooses something in this form that a browser may keep: no password. */
export const asksForText = (form: HTMLFormElement) =>
  form.querySelector('input:not([type="hidden"]), textarea, select') !== null &&
  form.querySelector('input[type="password"]') === null

/** Shows what the form now starts from, but for what was typed since it was sent. */
export function startAgain(form: HTMLFormElement, sent: FormData | undefined) {
  const since = [...form.elements].filter(isTyped).flatMap((control) => {
    const { name, value } = control
    return sent && name && value !== sent.get(name)?.toString() ? [{ control, value }] : []
  })
  form.reset()
  for (const { control, value } of since) control.value = value
}

/** What is ticked under a name: read once for many boxes. */
export function tickedIn(typed: Partial<Record<string, string>> | undefined) {
  const read = new Map<string, Set<string>>()
  return (name: string) => {
    const ticked = read.get(name) ?? new Set(typed?.[name]?.split('\n'))
    read.set(name, ticked)
    return ticked
  }
}
