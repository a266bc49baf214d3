'use client'

import { usePathname, useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { FormState } from '@/lib/platform/form'
import { initialValueName } from '@/lib/platform/form-initial-value'
import { hiddenFields } from '@/lib/platform/form-input'
import { EnterButton } from './enter-button'
import { ErrorSummary } from './error-summary'
import { firstField } from './first-field'
import { FormContext, useForm, usePage } from './form-context'
import { Restored, Result } from './form-result'
import { tickedIn } from './form-values'
import { forgetAll, keyFor, mayLeave } from './kept-text'
import { Written } from './markdown'
import { Announcement, Notice } from './notice'
import { OtherChanges } from './other-changes'
import { useWords } from './page-words'
import { useKeptRefusal, useKeptText } from './use-kept-text'
import { useSending } from './use-sending'

type Props = {
  /**
   * A server action. It returns `refused(failure, readTyped(form))`, or `finished(…)` from `app/_actions/form-done`.
   */
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** A prefix for the IDs of the fields, if a page has several such forms. */
  prefix?: string | undefined
  /**
   * The version of what the form changes, as it was when the page was rendered. If someone else was first, the form
   * says so, so that nobody undoes a change by mistake.
   */
  version?: number | undefined
  /** The heading above the changes that others made, after a conflict. */
  otherChanges?: string | undefined
  /** Whether the first field gets the focus when the form appears. */
  focus?: boolean | undefined
  /**
   * For a form with a long text: its name among the forms of its person. The browser stores the text while they type.
   */
  keep?: string | undefined
  /**
   * For a form with `keep` whose text is also saved as a draft: the version that it shows, or an empty text. Text in the
   * browser that was typed on another version is then offered beside the draft, and not put in its place.
   */
  draftVersion?: string | undefined
  /** Whether Enter in a field does nothing, because the person must press one of the buttons. */
  buttonsOnly?: boolean | undefined
  /** Whether the form contains its own `FormResult`. */
  placesResult?: boolean | undefined
  /**
   * Whether the form contains its own `FormErrors`, such as beside the buttons of a form that is longer than a screen.
   */
  placesErrors?: boolean | undefined
  /** Whether the form signs out. It then deletes everything that its person typed and did not save. */
  signsOut?: boolean | undefined
  children: ReactNode
}

/**
 * A form that works with and without script. It shows errors in a summary and at each field, and keeps what was typed
 * whatever the answer is (docs/forms.md). Its children come from the server. They are the fields of `form-fields.tsx`,
 * which find the state of the form by their names, and a `SubmitButton`:
 *
 *     <ActionForm action={sendReport} prefix="report-">
 *       <FormHidden name="id" value={newId()} />
 *       <FormSelect name="progress" label={words('report.progress')} options={…} defaultValue="in_progress" />
 *       <SubmitButton>{words('report.send')}</SubmitButton>
 *     </ActionForm>
 */
export function ActionForm(props: Props) {
  const { action, prefix = '', version, otherChanges, focus, keep, buttonsOnly, children } = props
  const { placesErrors, placesResult, signsOut, draftVersion } = props
  const form = useRef<HTMLFormElement>(null)
  const { account } = usePage()
  const { form: words } = useWords()
  const path = usePathname()
  const key = account === '' ? undefined : keyFor(account, keep ?? `${path} ${prefix}`)
  const options = { key, whileTyping: keep !== undefined, goes: focus === true, draftVersion }
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
      {state.otherChanges && <OtherChanges title={otherChanges} changes={state.otherChanges} />}
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
    kept: text,
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

/**
 * Goes to the address that the answer gives, and moves the focus into the first field of a form that has just appeared,
 * unless its person has already begun.
 */
function useArrival(state: FormState, form: RefObject<HTMLFormElement | null>, focus: boolean | undefined) {
  const router = useRouter()

  // The page that the browser's Back button shows must be current too.
  useEffect(() => {
    if (!state.to) return
    // Done here and not by the action: a form that disappears with what it changed could no longer go anywhere.
    router.refresh()
    router.replace(state.to, { scroll: false })
  }, [state, router])

  useEffect(() => {
    if (focus && !form.current?.contains(document.activeElement)) firstField(form.current)?.focus()
  }, [focus, form])
}

/** Returns what the form around a field says about it: its ID, its error, and what was typed into it. */
export function useSaid(name: string) {
  const { state, prefix } = useForm()
  return { id: prefix + name, error: state.errors?.[name], typed: state.typed?.[name], all: state.typed !== undefined }
}

/** Returns whether this checkbox of several with the same name is checked. */
export function useTicked(name: string, value: string, otherwise: boolean | undefined) {
  const { state, ticked } = useForm()
  return state.typed ? ticked(name).has(value) : otherwise
}

/** Renders the hidden field with the value that a field had when it was shown, if its form has a version. */
export function InitialValue({ name, value = '' }: { name: string; value: unknown }) {
  const { state, versioned } = useForm()
  if (!versioned) return null
  return (
    <input type="hidden" name={initialValueName(name)} value={state.typed?.[initialValueName(name)] ?? String(value)} />
  )
}

type OfferedProps = { name: string; leads?: boolean | undefined; children: ReactNode }

/** Shows its children once the action offers them. With `leads`, the first field among them gets the focus. */
export function Offered({ name, leads, children }: OfferedProps) {
  const { state } = useForm()
  const place = useRef<HTMLDivElement>(null)
  const offered = state.offers?.includes(name) === true
  // Runs after the error summary, which takes the focus first, because people continue here.
  useEffect(() => {
    if (offered && leads) firstField(place.current)?.focus()
  }, [offered, leads])
  return offered ? <div ref={place}>{children}</div> : null
}

/** Shows the Markdown that the action rendered as a preview. */
export function Shown({ title }: { title: string }) {
  const { state } = useForm()
  return (
    <Announcement>
      {state.shown && (
        <Notice tone="info">
          <small>{title}</small>
          <Written>{state.shown}</Written>
        </Notice>
      )}
    </Announcement>
  )
}
