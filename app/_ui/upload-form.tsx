'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/lib/platform/form'
import { ErrorSummary } from './error-summary'
import { firstField } from './first-field'
import { FormContext, usePage } from './form-context'
import { useWords } from './page-words'
import { send } from './send-upload'
import css from './upload-form.module.css'

type Props = {
  /** The address of a route that reads the form as it arrives. It returns a `FormState`, or without script redirects. */
  action: string
  prefix: string
  /** The state in which the form comes back after it was refused, without script. */
  refused: FormState | undefined
  /** The texts while a file is sent. `progress` contains `{percent}`. */
  words: { progress: string; checking: string; lost: string }
  children: ReactNode
}

/**
 * A form with a file that may be large. With script it shows how much was sent, and everything stays in it until the
 * file has arrived. Its children are the fields of `form-fields.tsx` and a `SubmitButton`.
 */
export function UploadForm({ action, prefix, refused, words, children }: Props) {
  const [state, setState] = useState<FormState>(refused ?? {})
  const [percent, setPercent] = useState<number>()
  const form = useRef<HTMLFormElement>(null)
  const { account } = usePage()
  const { form: common } = useWords()
  const router = useRouter()
  const sending = percent !== undefined
  useEffect(() => firstField(form.current)?.focus(), [])
  useLeaveWarning(sending)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending) return
    setPercent(0)
    const answer = await send(event.currentTarget, setPercent)
    setPercent(undefined)
    if (typeof answer === 'string') return setState({ message: answer === 'lost' ? words.lost : common[answer] })
    if (answer.signedOut) return setState({ message: common.signedOut })
    setState(answer)
    if (!answer.to) return
    router.refresh()
    router.replace(answer.to, { scroll: false })
  }
  const context = {
    state,
    prefix,
    versioned: false,
    sending,
    errors: null,
    result: null,
    ticked: () => new Set<string>(),
  }
  return (
    <form
      ref={form}
      action={`${action}?account=${account}`}
      method="post"
      encType="multipart/form-data"
      onSubmit={submit}
    >
      <FormContext value={context}>
        <ErrorSummary message={state.message} errors={state.errors} idPrefix={prefix} />
        {children}
        <div role="status" className={css.progress}>
          {sending && (
            <>
              <progress value={percent} max={100} />
              <small>{percent < 100 ? words.progress.replace('{percent}', String(percent)) : words.checking}</small>
            </>
          )}
        </div>
      </FormContext>
    </form>
  )
}

/** Lets the browser ask before it leaves the page while a file is sent. */
function useLeaveWarning(sending: boolean) {
  useEffect(() => {
    if (!sending) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [sending])
}
