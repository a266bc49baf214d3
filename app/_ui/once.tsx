'use client'

import { useState } from 'react'
import { useSaid } from './action-form'
import { Button } from './button'
import { Field } from './field'
import css from './once.module.css'

type Props = { name: string; label: string; hint: string; words: { copy: string; copied: string } }

/** Within an `ActionForm`: a secret that its action made, in `typed` by this name. It is shown now and never again. */
export function Once({ name, label, hint, words }: Props) {
  const { id, typed } = useSaid(name)
  const [copied, setCopied] = useState('')
  if (!typed) return null

  const copy = async () => {
    await navigator.clipboard.writeText(typed)
    setCopied(typed)
  }
  return (
    <div className={css.once}>
      <Field id={id} label={label} hint={hint}>
        <input id={id} type="text" value={typed} readOnly aria-describedby={`${id}-hint`} onFocus={selectAll} />
      </Field>
      <Button onClick={copy}>{words.copy}</Button>
      <small role="status">{copied === typed && words.copied}</small>
    </div>
  )
}

const selectAll = (event: { currentTarget: HTMLInputElement }) => event.currentTarget.select()
