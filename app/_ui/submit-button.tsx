'use client'

import { type MouseEvent, useEffect, useState } from 'react'
import { Button, type Variant } from './button'
import { useForm } from './form-context'
import { useWords } from './page-words'

type Props = {
  children: React.ReactNode
  variant?: Variant | undefined
  name?: string | undefined
  value?: string | undefined
  formNoValidate?: boolean | undefined
  /** The single key that presses it while the focus is in its row. */
  shortcut?: string | undefined
}

/** Submits its form. While the form is being sent, the button says so, keeps the focus, and accepts no second click. */
export function SubmitButton({ variant = 'main', shortcut, children, ...rest }: Props) {
  const { sending } = useForm()
  const { form: words } = useWords()
  const [pressed, setPressed] = useState(false)
  useEffect(() => {
    if (!sending) setPressed(false)
  }, [sending])

  const press = (event: MouseEvent) => {
    if (sending) event.preventDefault()
    else setPressed(true)
  }
  return (
    <Button
      {...rest}
      data-key={shortcut}
      type="submit"
      variant={variant}
      aria-disabled={sending || undefined}
      onClick={press}
    >
      {sending && pressed ? words.sending : children}
    </Button>
  )
}
