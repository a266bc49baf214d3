'use client'

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/lib/platform/form'
import css from './action-form.module.css'
import { Button } from './button'
import { takesFocus } from './error-summary'
import { useForm } from './form-context'
import { Announcement, Notice } from './notice'
import { useWords } from './page-words'
import { SendProblem } from './send-problem'
import type { useSending } from './use-sending'

/** Says that unsaved text was restored, and offers to discard it. */
export function Restored({ at, discard }: { at: number | undefined; discard: () => void }) {
  const { locale, form: words } = useWords()
  return (
    <div role="status" className={css.restored}>
      {at !== undefined && (
        <Notice tone="info">
          {words.restored.replace('{time}', timeOf(at, locale))}{' '}
          <Button variant="quiet" onClick={discard}>
            {words.discard}
          </Button>
        </Notice>
      )}
    </div>
  )
}

/** Formats a time of day in the reader's time zone, as in "16:04". */
const timeOf = (at: number, locale: string) =>
  new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

type ResultProps = Pick<ReturnType<typeof useSending>, 'state' | 'lost' | 'button' | 'tries'> & {
  form: RefObject<HTMLFormElement | null>
  kept: boolean
  reload: () => void
}

/** The result of sending a form. It says what was done until something else is done on the page. */
export function Result({ state, lost, button, tries, form, kept, reload }: ResultProps) {
  const [before, setBefore] = useState<FormState>()
  useEffect(() => {
    const another = ({ target }: Event) => target !== form.current && setBefore(state)
    document.addEventListener('submit', another)
    return () => document.removeEventListener('submit', another)
  }, [state, form])

  const problem = lost ?? (state.signedOut ? 'signedOut' : undefined)
  return (
    <>
      <div role="status" className={css.done}>
        {state.done && !state.outcomes && state !== before && <Notice tone="info">{state.done}</Notice>}
      </div>
      {problem && <SendProblem key={tries} problem={problem} kept={kept} button={button} reload={reload} />}
    </>
  )
}

/** The result of an `ActionForm` with `placesResult`, beside its buttons. */
export const FormResult = () => useForm().result

/** Fields that go once the form has done what it is for, so that only the result stays. */
export const UntilDone = ({ children }: { children: ReactNode }) => (useForm().state.done ? null : children)

/** The errors of an `ActionForm` with `placesErrors`, at the place where the person looks. */
export const FormErrors = () => useForm().errors

/**
 * Shows what the action did: in one sentence, and for each item. Scrolls into view, or without script gets the
 * browser's autofocus.
 */
export function Outcomes() {
  const { outcomes, done } = useForm().state
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (outcomes) place.current?.scrollIntoView({ block: 'nearest' })
  }, [outcomes])
  return (
    <Announcement>
      {outcomes && (
        <div ref={place} {...takesFocus}>
          <Notice tone="info">
            <b>{done}</b>
            <ul className={css.outcomes}>
              {outcomes.map(({ text, href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a> {text}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
    </Announcement>
  )
}
