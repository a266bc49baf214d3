'use client'

import type { MouseEvent } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type Variant } from './button'

type Props = {
  children: React.ReactNode
  variant?: Variant | undefined
  name?: string | undefined
  value?: string | undefined
  formNoValidate?: boolean | undefined
}

/** Sends its form; while that is under way it keeps its name and its focus, and takes no second click. */
export function SubmitButton({ variant = 'main', ...rest }: Props) {
  const { pending } = useFormStatus()
  const wait = (event: MouseEvent) => pending && event.preventDefault()
  return <Button {...rest} type="submit" variant={variant} aria-disabled={pending || undefined} onClick={wait} />
}
