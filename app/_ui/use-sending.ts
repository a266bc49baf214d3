'use client'

import { type FormEvent, type RefObject, useActionState, useLayoutEffect, useRef, useState, useTransition } from 'react'
import type { FormState } from '@/lib/platform/form'
import { keepLinks } from '@/lib/platform/form-links'
import { usePage } from './form-context'
import { startAgain, typedIn } from './form-values'
import { attempt, type Lost } from './send-attempt'

type Action = (state: FormState, form: FormData) => Promise<FormState>

type Events = {
  /** Called when the form has done its work. */
  saved: () => void
  /** Called with what was typed, if there is no answer or nobody is signed in. */
  unsaved: (typed: Record<string, string>) => void
}

/**
 * Sends a form by script and shows the answer, or that there is none. What was typed stays in every case. Without
 * script `formAction` sends it, and the page contains the answer.
 */
export function useSending(form: RefObject<HTMLFormElement | null>, action: Action, prefix: string, events: Events) {
  const { interrupted } = usePage()
  const begun = interrupted?.form === prefix ? { typed: interrupted.typed, message: interrupted.message } : {}
  const [first, formAction] = useActionState(action, begun)
  const [own, setOwn] = useState<FormState>()
  const [tries, setTries] = useState(0)
  const [lost, setLost] = useState<Lost>()
  const [button, setButton] = useState({ name: '', value: '' })
  const [sending, startSending] = useTransition()
  const sent = useRef<FormData>(undefined)
  const state = own ?? first

  /** Shows a state. With `start`, the fields show its values. */
  const show = (next: FormState, start: boolean, data?: FormData) => {
    sent.current = data
    setLost(undefined)
    const { account } = state
    setOwn(keepLinks(state.links, { ...next, ...(next.account === undefined && account ? { account } : {}) }))
    if (start) setStarts((count) => count + 1)
  }
  const [starts, setStarts] = useState(0)
  useLayoutEffect(() => {
    if (starts > 0 && form.current) startAgain(form.current, sent.current)
  }, [starts, form])

  const receive = (answer: FormState | Lost, element: HTMLFormElement, data: FormData) => {
    const typed = typedIn(element, data)
    setTries((count) => count + 1)
    if (typeof answer === 'string' || answer.signedOut) {
      events.unsaved(typed)
      const { account } = state
      show({ typed, ...(account && { account }), ...(typeof answer === 'string' ? {} : answer) }, false)
      if (typeof answer === 'string') setLost(answer)
      return
    }
    const refused = answer.message !== undefined || answer.errors !== undefined
    if (!refused && answer.shown === undefined) events.saved()
    show(answer, !refused || answer.typed !== undefined, data)
  }

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending) return
    const { currentTarget: element, nativeEvent } = event
    const by = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
    if (by instanceof HTMLButtonElement) setButton({ name: by.name, value: by.value })
    const data = new FormData(element, by)
    startSending(async () => {
      const answer = await attempt(() => action({}, data), events.saved)
      startSending(() => receive(answer, element, data))
    })
  }

  return { state, lost, sending, button, tries, formAction, send, show }
}
