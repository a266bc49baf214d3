'use client'

import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/lib/platform/form'
import { asShown } from '@/lib/platform/form-shown'
import css from './action-form.module.css'
import { ErrorSummary } from './error-summary'
import { firstField } from './first-field'
import { Written } from './markdown'
import { Notice, Said } from './notice'

const Form = createContext<{ state: FormState; prefix: string; versioned: boolean }>({
  state: {},
  prefix: '',
  versioned: false,
})

type Props = {
  /** A server action; it answers by `refused(failure, readTyped(form))`, or by `finished(…)` of `app/_forms/finished`. */
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Before the ids of the fields, where a page has several such forms. */
  prefix?: string | undefined
  /** Of what it changes, as it was when the page was drawn: who comes second is told, and undoes nothing unawares. */
  version?: number | undefined
  /** Above what others did meanwhile, after a conflict. */
  meanwhile?: string | undefined
  /** Leads into the first field when the form appears. */
  focus?: boolean | undefined
  children: ReactNode
}

/**
 * A form that works with and without script: what is wrong stands in a summary and at each field, what was typed is kept.
 * Its children come from the server; the fields among them are those of `form-fields.tsx`, which know this form's state by
 * their names, and a `SubmitButton`:
 *
 *     <ActionForm action={sendReport} prefix="report-">
 *       <FormHidden name="id" value={newId()} />
 *       <FormSelect name="progress" label={words('report.progress')} options={…} defaultValue="in_progress" />
 *       <SubmitButton>{words('report.send')}</SubmitButton>
 *     </ActionForm>
 */
export function ActionForm({ action, prefix = '', version, meanwhile, focus, children }: Props) {
  const [state, send] = useActionState(action, {})
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  const [before, setBefore] = useState<FormState>()

  // What the browser goes Back to is to show what stands now, too.
  useEffect(() => {
    if (!state.to) return
    // From here, not from the action: a form that goes with what it changed would be gone before it could lead away.
    router.refresh()
    router.replace(state.to, { scroll: false })
  }, [state, router])

  useEffect(() => {
    if (focus) firstField(form.current)?.focus()
  }, [focus])

  // What was done here is said until something else is done on the page.
  useEffect(() => {
    const another = ({ target }: Event) => target !== form.current && setBefore(state)
    document.addEventListener('submit', another)
    return () => document.removeEventListener('submit', another)
  }, [state])

  return (
    <form action={send} ref={form}>
      <ErrorSummary message={state.message} errors={state.errors} idPrefix={prefix}>
        {state.meanwhile && (
          <>
            <small>{meanwhile}</small>
            <ul>
              {state.meanwhile.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </>
        )}
      </ErrorSummary>
      {version !== undefined && <input type="hidden" name="version" value={state.typed?.version ?? version} />}
      <Form value={{ state, prefix, versioned: version !== undefined }}>{children}</Form>
      <div role="status" className={css.done}>
        {state.done && !state.outcomes && state !== before && <Notice tone="info">{state.done}</Notice>}
      </div>
    </form>
  )
}

/** What the form around it says of the field of this name: its id, what is wrong with it, and what was typed into it. */
export function useSaid(name: string) {
  const { state, prefix } = useContext(Form)
  return { id: prefix + name, error: state.errors?.[name], typed: state.typed?.[name], all: state.typed !== undefined }
}

/** Goes with the field of this name where its form has a version: what it said when it was shown. */
export function AsShown({ name, value = '' }: { name: string; value: unknown }) {
  const { state, versioned } = useContext(Form)
  if (!versioned) return null
  return <input type="hidden" name={asShown(name)} value={state.typed?.[asShown(name)] ?? String(value)} />
}

/** Shows its children once the action offers what they ask. */
export function Offered({ name, children }: { name: string; children: ReactNode }) {
  const { state } = useContext(Form)
  return state.offers?.includes(name) ? children : null
}

/** Shows what the action did: in one sentence, and to each. */
export function Outcomes() {
  const { state } = useContext(Form)
  return (
    <Said>
      {state.outcomes && (
        <Notice tone="info">
          <b>{state.done}</b>
          <ul>
            {state.outcomes.map(({ text, href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a> {text}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Said>
  )
}

/** Shows what the action drew of what was typed: a preview. */
export function Shown({ title }: { title: string }) {
  const { state } = useContext(Form)
  return (
    <Said>
      {state.shown && (
        <Notice tone="info">
          <small>{title}</small>
          <Written>{state.shown}</Written>
        </Notice>
      )}
    </Said>
  )
}
