'use client'

import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { typedIn } from './form-values'

/*
 * What people type into a form before the script of its page has arrived, which takes a while on a slow connection.
 * The browser has no event for it afterwards.
 */

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Typed = Record<string, string>

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement

/** Returns the fields of a form whose content is no longer the one with which the page came. */
export const changedFields = (form: HTMLFormElement) => [...form.elements].filter(isControl).filter(isChanged)

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const first = [...control.options].findIndex((option) => option.defaultSelected)
    return control.selectedIndex !== Math.max(first, 0)
  }
  if (control.type === 'hidden') return false
  if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type))
    return control.checked !== control.defaultChecked
  return control.value !== control.defaultValue
}

/** Dispatches an input event for each of these fields, as if someone had just typed into it. */
export function tellOfChange(fields: Control[]) {
  for (const field of fields) field.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * Adds what the changed fields of a form contain to a text that was stored earlier. A text area gets both texts, unless
 * one contains the other.
 */
export function addedTo(stored: Typed, form: HTMLFormElement, changed: Control[]): Typed {
  const current = typedIn(form, new FormData(form))
  const added = changed.map((field) => {
    const { name } = field
    const text = current[name] ?? ''
    return [name, field instanceof HTMLTextAreaElement ? both(stored[name] ?? '', text) : text]
  })
  return { ...stored, ...Object.fromEntries(added) }
}

function both(stored: string, text: string): string {
  if (stored.includes(text)) return stored
  return text.includes(stored) ? text : `${stored}\n\n${text}`
}

const never = () => () => {}

/** Keeps what was typed into a text area. React sets one that is not empty back when the script arrives. */
export function useEarlyText(id: string) {
  const arrives = useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
  const [early] = useState(() => (arrives ? textIn(id) : undefined))
  useLayoutEffect(() => {
    const area = areaOf(id)
    if (!early || !area || area.value === early.text) return
    area.value = early.text
    if (document.activeElement === area) area.setSelectionRange(early.start, early.end)
  }, [id, early])
}

function textIn(id: string) {
  const area = areaOf(id)
  return area && { text: area.value, start: area.selectionStart, end: area.selectionEnd }
}

function areaOf(id: string): HTMLTextAreaElement | undefined {
  if (typeof document === 'undefined') return undefined
  const element = document.getElementById(id)
  return element instanceof HTMLTextAreaElement ? element : undefined
}
