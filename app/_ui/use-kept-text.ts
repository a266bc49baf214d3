'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/lib/platform/form'
import { asksForText, typedIn } from './form-values'
import { findKept, forget, keep, markSaved, markUnsaved } from './kept-text'

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
}

type Typed = Record<string, string>
type Form = RefObject<HTMLFormElement | null>

/** Stores what people type into a form until it is saved, and shows it when they come back. */
export function useKeptText(form: Form, { key, whileTyping, goes }: Options, show: (typed: Typed) => void) {
  const [restoredAt, setRestoredAt] = useState<number>()
  const [canKeep, setCanKeep] = useState(true)
  const saving = useRef(later())

  /** Runs work with the form if its text is to be stored. */
  const within = (work: (element: HTMLFormElement, key: string) => void) => {
    if (form.current && key !== undefined && asksForText(form.current)) work(form.current, key)
  }
  useRestoring(form, key, {
    restore(element, { at, typed }) {
      show(typed)
      setRestoredAt(at)
      markUnsaved(element, goes)
    },
    hide: () => saving.current.now(),
  })

  const saved = () => {
    saving.current.never()
    within((element, key) => {
      forget(key)
      markSaved(element)
    })
    setRestoredAt(undefined)
  }
  return {
    restoredAt,
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
  restore(element: HTMLFormElement, kept: { at: number; typed: Typed }): void
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
    const kept = findKept(key)
    if (kept) latest.current.restore(element, kept)

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
