import type { ComponentProps, ReactNode } from 'react'
import { controlAttributes, Field } from './field'
import css from './field.module.css'

/** `name` is the name in the form data. `id` differs from it only if a page has several such forms. */
type Common = {
  name: string
  id?: string | undefined
  label: ReactNode
  hint?: ReactNode | undefined
  error?: string | undefined
  /** The text after the label of a field that may stay empty: "(optional)". */
  optional?: string | undefined
}

type Rest<T extends 'input' | 'select' | 'textarea'> = Omit<ComponentProps<T>, keyof Common | 'className'>

/** A field for one line of text, with all attributes of `<input>`. */
export function TextField({ name, id = name, label, optional, hint, error, ...rest }: Common & Rest<'input'>) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <input type="text" dir="auto" {...rest} {...controlAttributes(id, error, hint, name, optional)} />
    </Field>
  )
}

/** A field for several lines of text. */
export function TextAreaField({ name, id = name, label, optional, hint, error, ...rest }: Common & Rest<'textarea'>) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <textarea rows={3} dir="auto" {...rest} {...controlAttributes(id, error, hint, name, optional)} />
    </Field>
  )
}

/** A field for a calendar day, `YYYY-MM-DD`. */
export function DateField({ name, id = name, label, optional, hint, error, ...rest }: Common & Rest<'input'>) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <input {...rest} type="date" className={css.short} {...controlAttributes(id, error, hint, name, optional)} />
    </Field>
  )
}

/** A field for a file from the reader's device. `accept` lists the types to offer. */
export function FileField({ name, id = name, label, optional, hint, error, ...rest }: Common & Rest<'input'>) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <input {...rest} type="file" {...controlAttributes(id, error, hint, name, optional)} />
    </Field>
  )
}

export type Option = { value: string; label: string }

type SelectProps = Common & Rest<'select'> & { options?: readonly Option[] | undefined }

/** A choice of one of many: `options`, after any `<option>` and `<optgroup>` given as children. */
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
      {/* The key renews the select, because React resets it to its first default when an action ends. */}
      <select key={String(rest.defaultValue)} {...rest} {...controlAttributes(id, error, hint, name, optional)}>
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
 * A checkbox with its label (or an `aria-label` if its purpose is visible), and a number (`count`) if given.
 * `type="radio"` makes it one of several options.
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
