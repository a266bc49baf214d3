'use client'

import { useState } from 'react'
import { useSaid } from './action-form'
import { Button } from './button'
import { Field } from './field'
import css from './one-time-secret.module.css'

type Words = { copy: string; copied: string }
type Props = { name: string; label: string; hint: string; words: Words }

/** A secret that the action of an `ActionForm` created, from `typed` by this name. It is shown once. */
export function OneTimeSecret({ name, ...rest }: Props) {
  const { id, typed } = useSaid(name)
  return typed ? <Secret {...rest} id={id} value={typed} /> : null
}

type SecretProps = { id: string; label: string; hint?: string | undefined; value: string; words: Words }

/** A text in a read-only field with a button to copy it. Without script, people select it by hand. */
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
      <Button onClick={copy} data-scripted="">
        {words.copy}
      </Button>
      <small role="status">{copied === value && words.copied}</small>
    </div>
  )
}
