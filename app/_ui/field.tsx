import type { ReactNode } from 'react'
import css from './field.module.css'

type Text = string | undefined

type FieldProps = {
  id: string
  label: ReactNode
  hint?: ReactNode | undefined
  error?: Text
  children: ReactNode
}

/** A label, a hint, what is wrong, and the control, which takes the same id and `said(id, error, hint)`. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <Notes id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** Several controls under one legend; gives each control its own label. */
export function FieldGroup({ id, label, hint, error, children }: FieldProps) {
  return (
    <fieldset className={css.field} {...described(id, error, hint)}>
      <legend>{label}</legend>
      <Notes id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}

function Notes({ id, hint, error }: { id: string; hint: ReactNode; error: Text }) {
  return (
    <>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {error && (
        <span className={css.error} id={`${id}-error`}>
          {error}
        </span>
      )}
    </>
  )
}

function described(id: string, error: Text, hint?: ReactNode) {
  const notes = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return notes.length > 0 ? { 'aria-describedby': notes.join(' ') } : {}
}

/** What a control in a `Field` says of itself: its id, its name (the id unless given), its hint and its error. */
export const said = (id: string, error?: Text, hint?: ReactNode, name = id) => ({
  id,
  name,
  ...described(id, error, hint),
  ...(error ? { 'aria-invalid': true as const } : {}),
})
