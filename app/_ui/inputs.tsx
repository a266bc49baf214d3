import type { ComponentProps, ReactNode } from 'react'
import { Field, said } from './field'
import css from './field.module.css'

/** `name` is what the form sends; `id` only differs from it where a page has several such forms. */
type Common = {
  name: string
  id?: string | undefined
  label: ReactNode
  hint?: ReactNode | undefined
  error?: string | undefined
  /** Behind the label of what may stay empty: "(optional)". */
  optional?: string | undefined
}

type Rest<T extends 'input' | 'select' | 'textarea'> = Omit<ComponentProps<T>, keyof Common | 'className'>

/** One line of text: a field with `<input>`; takes every attribute of it. */
export function TextField({ name, id = name, label, optional, hint, error, ...rest }: Common & Rest<'input'>) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <input type="text" dir="auto" {...rest} {...said(id, error, hint, name, optional)} />
    </Field>
  )
}

/** Several lines of text. */
export function TextAreaField({ name, id = name, label, optional, hint, error, ...rest }: Common & Rest<'textarea'>) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <textarea rows={3} dir="auto" {...rest} {...said(id, error, hint, name, optional)} />
    </Field>
  )
}

/** A calendar day, `YYYY-MM-DD`. */
export function DateField({ name, id = name, label, optional, hint, error, ...rest }: Common & Rest<'input'>) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <input {...rest} type="date" className={css.short} {...said(id, error, hint, name, optional)} />
    </Field>
  )
}

/** A file from the reader's device; `accept` lists the types to offer. */
export function FileField({ name, id = name, label, optional, hint, error, ...rest }: Common & Rest<'input'>) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <input {...rest} type="file" {...said(id, error, hint, name, optional)} />
    </Field>
  )
}

export type Option = { value: string; label: string }

type SelectProps = Common & Rest<'select'> & { options?: readonly Option[] | undefined }

/** One of many: `options`, or `<option>` and `<optgroup>` as children (which come first). */
export function SelectField({
  name,
  id = name,
  label,
  optional,
  hint,
  error,
  options = [],
  children,
  ...rest
}: SelectProps) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      {/* The key: React puts a select back to its first default when an action ends. */}
      <select key={String(rest.defaultValue)} {...rest} {...said(id, error, hint, name, optional)}>
        {children}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

type CheckProps = { label?: ReactNode | undefined; count?: ReactNode | undefined } & Rest<'input'> & {
    name: string
    id?: string | undefined
  }

/**
 * A box with its word (or an `aria-label` where the eye sees what it is for), and perhaps how many there are (`count`);
 * `type="radio"` makes it one of several.
 */
export function Check({ label, count, type = 'checkbox', ...rest }: CheckProps) {
  return (
    <label className={css.check}>
      <input {...rest} type={type} />
      {label && <span>{label}</span>}
      {count !== undefined && <small>{count}</small>}
    </label>
  )
}
