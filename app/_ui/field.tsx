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

/**
 * A label, a hint, what is wrong, and the control, which takes the same id and what `said` says. `optional` stands behind
 * the label.
 */
export function Field({ id, label, optional, hint, error, children }: FieldProps & { optional?: Text }) {
  return (
    <div className={css.field}>
      <span className={css.name}>
        <label htmlFor={id}>{label}</label>
        {optional && <small id={`${id}-optional`}>{optional}</small>}
      </span>
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

function described(id: string, error: Text, hint?: ReactNode, optional?: Text) {
  const notes = [optional && `${id}-optional`, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return notes.length > 0 ? { 'aria-describedby': notes.join(' ') } : {}
}

/** What a control in a `Field` says of itself: its id, its name (the id unless given), and what describes it. */
export const said = (id: string, error?: Text, hint?: ReactNode, name = id, optional?: Text) => ({
  id,
  name,
  ...described(id, error, hint, optional),
  ...(error ? { 'aria-invalid': true as const } : {}),
})
