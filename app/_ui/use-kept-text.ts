'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/lib/platform/form'
import { asksForText, shows, typedIn } from './form-values'
import { findKept, forget, keep, markSaved, markUnsaved } from './kept-text'
import { addedTo, changedFields, tellOfChange } from './text-typed-early'

type Options = {
  /** The key of the stored text. None if nobody is signed in. */
  key: string | undefined
  /**
   * Whether to store the text while people type, and to ask before they leave. Otherwise only text that could not be
   * sent is stored.
   */
  whileTyping: boolean
  /** Whether the form disappears when the page shows something else in place. */
  goes: boolean
  /** The version of the draft that the form shows. Undefined for a form without drafts. */
  draftVersion: string | undefined
}

type Typed = Record<string, string>
type KeptText = { at: number; typed: Typed }
type Form = RefObject<HTMLFormElement | null>

/** Stores what people type into a form until it is saved, and shows it when they come back. */
export function useKeptText(form: Form, options: Options, show: (typed: Typed) => void) {
  const { key, whileTyping, goes } = options
  const [canKeep, setCanKeep] = useState(true)
  const saving = useRef(later())
  const { offer, restore, clear, ...restored } = useRestoredText(options, show)

  /** Runs work with the form if its text is to be stored. */
  const within = (work: (element: HTMLFormElement, key: string) => void) => {
    if (form.current && key !== undefined && asksForText(form.current)) work(form.current, key)
  }
  useRestoring(form, key, { restore: offer, hide: () => saving.current.now() })

  const saved = () => {
    saving.current.never()
    within((element, key) => {
      forget(key)
      markSaved(element)
    })
    clear()
  }
  return {
    ...restored,
    showBeside: () => within((element) => restored.beside && restore(element, restored.beside)),
    canKeep,
    saved,
    typed: () =>
      within((element, key) => {
        if (!whileTyping) return
        markUnsaved(element, goes)
        saving.current.soon(() => keep(key, typedIn(element, new FormData(element))))
      }),
    unsaved: (text: Typed) =>
      within((element, key) => {
        setCanKeep(keep(key, text))
        markUnsaved(element, goes)
      }),
    discard() {
      saved()
      show({})
    },
    /** Called before the page is left on purpose, so that nobody is asked. */
    leave() {
      saving.current.now()
      within(markSaved)
    },
  }
}

/** The stored text that the form shows, or that it offers beside a draft which has changed since. */
function useRestoredText({ key, goes, draftVersion }: Options, show: (typed: Typed) => void) {
  const [restoredAt, setRestoredAt] = useState<number>()
  const [beside, setBeside] = useState<KeptText>()
  const restore = (element: HTMLFormElement, { at, typed }: KeptText) => {
    show(typed)
    setRestoredAt(at)
    setBeside(undefined)
    markUnsaved(element, goes)
  }
  return {
    restoredAt,
    beside,
    restore,
    offer(element: HTMLFormElement, kept: KeptText) {
      if (draftVersion === undefined || kept.typed.draftVersion === draftVersion) restore(element, kept)
      else if (!shows(element, kept.typed)) setBeside(kept)
      else if (key !== undefined) forget(key)
    },
    clear() {
      setRestoredAt(undefined)
      setBeside(undefined)
    },
  }
}

/** Stores a refused form in its new state. After a reload, it then has the version that its person has seen. */
export function useKeptRefusal(form: Form, { key, whileTyping }: Options, { message, errors }: FormState) {
  useEffect(() => {
    const { current: element } = form
    if (!element || key === undefined || !whileTyping || (message ?? errors) === undefined) return
    if (asksForText(element)) keep(key, typedIn(element, new FormData(element)))
  }, [form, key, whileTyping, message, errors])
}

type Moments = {
  /** Called when the form appears and there is stored text for it. */
  restore(element: HTMLFormElement, kept: KeptText): void
  /** Called when the form or its page disappears. */
  hide(): void
}

/** Reads the stored text once when the form appears, and stores the latest text when it disappears. */
function useRestoring(form: Form, key: string | undefined, moments: Moments) {
  const latest = useRef(moments)
  latest.current = moments
  useEffect(() => {
    const element = form.current
    if (!element || key === undefined || !asksForText(element)) return
    const early = changedFields(element)
    const kept = findKept(key)
    if (kept) latest.current.restore(element, { ...kept, typed: addedTo(kept.typed, element, early) })
    tellOfChange(early)

    const hide = () => latest.current.hide()
    window.addEventListener('pagehide', hide)
    return () => {
      hide()
      window.removeEventListener('pagehide', hide)
      markSaved(element)
    }
  }, [form, key])
}

/** Returns a function that delays work for a moment. If it is called again before that, only the latest work runs. */
function later() {
  let work: (() => void) | undefined
  const now = () => {
    work?.()
    work = undefined
  }
  return {
    now,
    soon(next: () => void) {
      if (!work) setTimeout(now, 300)
      work = next
    },
    never() {
      work = undefined
    },
  }
}
