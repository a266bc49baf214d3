'use client'

import { useState } from 'react'
import { useSaid } from './action-form'
import { Button } from './button'
import { Field } from './field'
import css from './one-time-secret.module.css'

type Words = { copy: string; copied: string }
type Props = { name: string; label: string; hint: string; words: Words }

/** Within an `ActionForm`: a secret that its action made, in `typed` by this name. It is shown now and never again. */
export function OneTimeSecret({ name, ...rest }: Props) {
  const { id, typed } = useSaid(name)
  return typed ? <Secret {...rest} id={id} value={typed} /> : null
}

type SecretProps = { id: string; label: string; hint?: string | undefined; value: string; words: Words }

/** A text to copy in a field that can only be read, with its button; without script it is selected by hand. */
export function Secret({ id, label, hint, value, words }: SecretProps) {
  const [copied, setCopied] = useState('')
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(value)
  }
  return (
    <div className={css.once}>
      <Field id={id} label={label} hint={hint}>
        <input
          id={id}
          type="text"
          value={value}
          readOnly
          aria-describedby={hint && `${id}-hint`}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </Field>
      <Button onClick={copy}>{words.copy}</Button>
      <small role="status">{copied === value && words.copied}</small>
    </div>
  )
}
