'use client'

import { usePathname, useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { FormState } from '@/lib/platform/form'
import { hiddenFields } from '@/lib/platform/form-input'
import { asShown } from '@/lib/platform/form-shown'
import { EnterButton } from './enter-button'
import { ErrorSummary } from './error-summary'
import { firstField } from './first-field'
import { FormContext, useForm, usePage } from './form-context'
import { Restored, Result } from './form-result'
import { tickedIn } from './form-values'
import { forgetAll, keyFor, mayLeave } from './kept-text'
import { Written } from './markdown'
import { Notice, Said } from './notice'
import { useWords } from './page-words'
import { useKeptRefusal, useKeptText } from './use-kept-text'
import { useSending } from './use-sending'

type Props = {
  /** A server action; it answers by `refused(failure, readTyped(form))`, or by `finished(…)` of `app/_actions/form-done`. */
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Before the ids of the fields, where a page has several such forms. */
  prefix?: string | undefined
  /** Of what it changes, as it was when the page was drawn: who comes second is told, and undoes nothing unawares. */
  version?: number | undefined
  /** Above what others did meanwhile, after a conflict. */
  meanwhile?: string | undefined
  /** Leads into the first field when the form appears. */
  focus?: boolean | undefined
  /** A form with a long text: what names it among the forms of its person. The text is kept while they type. */
  keep?: string | undefined
  /** Enter in a field does nothing: one of the buttons must be pressed. */
  buttonsOnly?: boolean | undefined
  /** The form places its `FormResult` itself. */
  placesResult?: boolean | undefined
  /** The form places its `FormErrors` itself: beside the buttons of a form that is longer than a screen. */
  placesErrors?: boolean | undefined
  /** The form signs out: what its person typed anywhere is forgotten. */
  signsOut?: boolean | undefined
  children: ReactNode
}

/**
 * A form that works with and without script: what is wrong stands in a summary and at each field, what was typed is kept,
 * whatever becomes of the answer (docs/forms.md).
 * Its children come from the server; the fields among them are those of `form-fields.tsx`, which know this form's state by
 * their names, and a `SubmitButton`:
 *
 *     <ActionForm action={sendReport} prefix="report-">
 *       <FormHidden name="id" value={newId()} />
 *       <FormSelect name="progress" label={words('report.progress')} options={…} defaultValue="in_progress" />
 *       <SubmitButton>{words('report.send')}</SubmitButton>
 *     </ActionForm>
 */
export function ActionForm(props: Props) {
  const { action, prefix = '', version, meanwhile, focus, keep, buttonsOnly, children } = props
  const { placesErrors, placesResult, signsOut } = props
  const form = useRef<HTMLFormElement>(null)
  const { account } = usePage()
  const { form: words } = useWords()
  const path = usePathname()
  const key = account === '' ? undefined : keyFor(account, keep ?? `${path} ${prefix}`)
  const options = { key, whileTyping: keep !== undefined, goes: focus === true }
  const text = useKeptText(form, options, (typed) => sending.show(Object.keys(typed).length > 0 ? { typed } : {}, true))
  const saved = () => {
    text.saved()
    if (signsOut) forgetAll(account)
  }
  const sending = useSending(form, action, prefix, { saved, unsaved: text.unsaved })
  const { state, formAction } = sending
  useArrival(state, form, focus)
  useKeptRefusal(form, options, state)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (signsOut && !mayLeave(words.leave, true)) event.preventDefault()
    else sending.send(event)
  }
  const reload = () => {
    text.leave()
    window.location.reload()
  }
  const errors = (
    <ErrorSummary message={state.message} errors={state.errors} idPrefix={prefix}>
      {state.meanwhile && <Meanwhile title={meanwhile} changes={state.meanwhile} />}
    </ErrorSummary>
  )
  const result = <Result {...sending} form={form} kept={text.canKeep} reload={reload} />
  const context = {
    state,
    prefix,
    versioned: version !== undefined,
    sending: sending.sending,
    errors,
    result,
    ticked: tickedIn(state.typed),
  }
  return (
    <form action={formAction} ref={form} onSubmit={submit} onInput={text.typed}>
      <FormContext value={context}>
        {!placesErrors && errors}
        <Restored at={text.restoredAt} discard={text.discard} />
        {version !== undefined && <input type="hidden" name="version" value={state.typed?.version ?? version} />}
        <input type="hidden" name={hiddenFields.form} value={prefix} />
        <input type="hidden" name={hiddenFields.account} value={state.account ?? account} />
        {buttonsOnly && <EnterButton />}
        {children}
        {!placesResult && result}
      </FormContext>
    </form>
  )
}

/** Leads where the answer says, and into the first field of a form that has just appeared. */
function useArrival(state: FormState, form: RefObject<HTMLFormElement | null>, focus: boolean | undefined) {
  const router = useRouter()

  // What the browser goes Back to is to show what stands now, too.
  useEffect(() => {
    if (!state.to) return
    // From here, not from the action: a form that goes with what it changed would be gone before it could lead away.
    router.refresh()
    router.replace(state.to, { scroll: false })
  }, [state, router])

  useEffect(() => {
    if (focus) firstField(form.current)?.focus()
  }, [focus, form])
}

const Meanwhile = ({ title, changes }: { title: string | undefined; changes: string[] }) => (
  <>
    <small>{title}</small>
    <ul>
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  </>
)

/** What the form around it says of the field of this name: its id, what is wrong with it, and what was typed into it. */
export function useSaid(name: string) {
  const { state, prefix } = useForm()
  return { id: prefix + name, error: state.errors?.[name], typed: state.typed?.[name], all: state.typed !== undefined }
}

/** Whether this one of the boxes of a name is ticked. */
export function useTicked(name: string, value: string, otherwise: boolean | undefined) {
  const { state, ticked } = useForm()
  return state.typed ? ticked(name).has(value) : otherwise
}

/** Goes with the field of this name where its form has a version: what it said when it was shown. */
export function AsShown({ name, value = '' }: { name: string; value: unknown }) {
  const { state, versioned } = useForm()
  if (!versioned) return null
  return <input type="hidden" name={asShown(name)} value={state.typed?.[asShown(name)] ?? String(value)} />
}

type OfferedProps = { name: string; leads?: boolean | undefined; children: ReactNode }

/** Shows its children once the action offers what they ask; `leads` into the first of their fields. */
export function Offered({ name, leads, children }: OfferedProps) {
  const { state } = useForm()
  const place = useRef<HTMLDivElement>(null)
  const offered = state.offers?.includes(name) === true
  // After the summary of what is wrong, which takes the focus first: this is where one goes on.
  useEffect(() => {
    if (offered && leads) firstField(place.current)?.focus()
  }, [offered, leads])
  return offered ? <div ref={place}>{children}</div> : null
}

/** Shows what the action drew of what was typed: a preview. */
export function Shown({ title }: { title: string }) {
  const { state } = useForm()
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
