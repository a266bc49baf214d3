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
 * A label, a hint, an error and the control. The control has the same ID and the attributes from `controlAttributes`. `optional`
 * follows the label.
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

/** Several controls with a common legend. Each control has its own label. */
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

/**
 * Returns the attributes of a control in a `Field`: its ID, its name (by default the ID), and the elements that
 * describe it.
 */
export const controlAttributes = (id: string, error?: Text, hint?: ReactNode, name = id, optional?: Text) => ({
  id,
  name,
  ...described(id, error, hint, optional),
  ...(error ? { 'aria-invalid': true as const } : {}),
})
