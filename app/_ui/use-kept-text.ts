'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/lib/platform/form'
import { asksForText, typedIn } from './form-values'
import { findKept, forget, keep, markSaved, markUnsaved } from './kept-text'

type Options = {
  /** Under which the text is kept; none where nobody is signed in. */
  key: string | undefined
  /** Keeps the text while somebody types, and asks before they leave. Otherwise only what could not be sent is kept. */
  whileTyping: boolean
  /** The form goes when the page shows something else in place. */
  goes: boolean
}

type Typed = Record<string, string>
type Form = RefObject<HTMLFormElement | null>

/** Keeps what somebody types into a form until it is saved, and shows it again when they come back. */
export function useKeptText(form: Form, { key, whileTyping, goes }: Options, show: (typed: Typed) => void) {
  const [restoredAt, setRestoredAt] = useState<number>()
  const [canKeep, setCanKeep] = useState(true)
  const saving = useRef(later())

  /** Calls with the form if its text is to be kept. */
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
    /** Before the page is left on purpose: nobody is asked. */
    leave() {
      saving.current.now()
      within(markSaved)
    },
  }
}

/** Keeps a refused form as it now is: where it comes back after a reload, it has the version of which its person was told. */
export function useKeptRefusal(form: Form, { key, whileTyping }: Options, { message, errors }: FormState) {
  useEffect(() => {
    const { current: element } = form
    if (!element || key === undefined || !whileTyping || (message ?? errors) === undefined) return
    if (asksForText(element)) keep(key, typedIn(element, new FormData(element)))
  }, [form, key, whileTyping, message, errors])
}

type Moments = {
  /** The form appears, and there is kept text for it. */
  restore(element: HTMLFormElement, kept: { at: number; typed: Typed }): void
  /** The form or its page goes. */
  hide(): void
}

/** Looks once for kept text when the form appears, and saves what is pending when it goes. */
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

/** Does the latest work that it is given after a short while, once. */
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
