import type { ComponentProps } from 'react'
import css from './button.module.css'

/** `main`: where the work goes on, one a place; `plain`: the others; `quiet`: beside other things; `danger`: takes away. */
export type Variant = 'main' | 'plain' | 'quiet' | 'danger'

type ButtonProps = ComponentProps<'button'> & { variant?: Variant | undefined }

/** A button that acts; `type` is "button" unless said. In a form take `SubmitButton`. */
export function Button({ variant = 'plain', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={css[variant]} />
}

type LinkButtonProps = ComponentProps<'a'> & { href: string; variant?: Variant | undefined }

/** A link that looks like a button: it leads to where something is done. */
export function LinkButton({ variant = 'plain', children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={css[variant]}>
      {children}
    </a>
  )
}
