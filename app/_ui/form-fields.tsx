'use client'

import type { ComponentProps } from 'react'
import { InitialValue, useSaid, useTicked } from './action-form'
import { Choices } from './choices'
import { Check, DateField, FileField, SelectField, TextAreaField, TextField } from './inputs'
import { useWords } from './page-words'
import { useEarlyText } from './text-typed-early'

/** The fields of an `ActionForm`. Each shows its error and keeps what was typed. */

/** The props of a field. `optional` says that it may stay empty. */
type Optional<Props> = Omit<Props, 'optional'> & {
  optional?: true | undefined
}

export function FormText({ name, defaultValue, optional, ...rest }: Optional<ComponentProps<typeof TextField>>) {
  const { form: words } = useWords()
  const { id, error, typed } = useSaid(name)
  return (
    <>
      <TextField
        {...rest}
        optional={optional && words.optional}
        name={name}
        id={id}
        error={error}
        defaultValue={typed ?? defaultValue}
      />
      <InitialValue name={name} value={defaultValue} />
    </>
  )
}

type TextAreaProps = Optional<ComponentProps<typeof TextAreaField>> & {
  /** The error at the field when the summary gives the error of each of its lines. */
  whenWrong?: string
}

export function FormTextArea({ name, defaultValue, optional, whenWrong, ...rest }: TextAreaProps) {
  const { form: words } = useWords()
  const { id, error, typed } = useSaid(name)
  useEarlyText(id)
  return (
    <>
      <TextAreaField
        {...rest}
        optional={optional && words.optional}
        name={name}
        id={id}
        error={error && (whenWrong ?? error)}
        defaultValue={typed ?? defaultValue}
      />
      <InitialValue name={name} value={defaultValue} />
    </>
  )
}

export function FormDate({ name, defaultValue, optional, ...rest }: Optional<ComponentProps<typeof DateField>>) {
  const { form: words } = useWords()
  const { id, error, typed } = useSaid(name)
  return (
    <>
      <DateField
        {...rest}
        optional={optional && words.optional}
        name={name}
        id={id}
        error={error}
        defaultValue={typed ?? defaultValue}
      />
      <InitialValue name={name} value={defaultValue} />
    </>
  )
}

export function FormSelect({ name, defaultValue, optional, ...rest }: Optional<ComponentProps<typeof SelectField>>) {
  const { form: words } = useWords()
  const { id, error, typed } = useSaid(name)
  return (
    <>
      <SelectField
        {...rest}
        optional={optional && words.optional}
        name={name}
        id={id}
        error={error}
        defaultValue={typed ?? defaultValue}
      />
      <InitialValue name={name} value={defaultValue} />
    </>
  )
}

export function FormChoices({ name, defaultValue, ...rest }: ComponentProps<typeof Choices>) {
  const { id, error, typed } = useSaid(name)
  return (
    <>
      <Choices {...rest} name={name} id={id} error={error} defaultValue={typed ?? defaultValue} />
      <InitialValue name={name} value={defaultValue} />
    </>
  )
}

/** A field for a file, which must be chosen again at each attempt. */
export function FormFile({ name, optional, ...rest }: Optional<ComponentProps<typeof FileField>>) {
  const { form: words } = useWords()
  const { id, error } = useSaid(name)
  return <FileField {...rest} optional={optional && words.optional} name={name} id={id} error={error} />
}

/** A checkbox, possibly one of several with the same name. Each has its own `value`. */
export function FormCheck({ name, value = 'on', defaultChecked, ...rest }: ComponentProps<typeof Check>) {
  const checked = useTicked(name, String(value), defaultChecked)
  return <Check key={String(checked)} {...rest} name={name} value={value} defaultChecked={checked} />
}

/** A hidden field. It sends the same value again, unless a conflict made that out of date. */
export function FormHidden({ name, value }: { name: string; value: string | number }) {
  const { typed } = useSaid(name)
  return <input type="hidden" name={name} value={typed ?? value} />
}
