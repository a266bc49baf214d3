import type { ComponentProps } from 'react'
import css from './button.module.css'

/**
 * `main` continues the work, one in each place; `plain` is for other actions; `quiet` stands beside other content;
 * `danger` removes something.
 */
export type Variant = 'main' | 'plain' | 'quiet' | 'danger'

type ButtonProps = ComponentProps<'button'> & { variant?: Variant | undefined }

/** A button that acts. Its default `type` is "button". In a form, use `SubmitButton`. */
export function Button({ variant = 'plain', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={css[variant]} />
}

type LinkButtonProps = ComponentProps<'a'> & { href: string; variant?: Variant | undefined }

/** A link that looks like a button. It leads to the place where something is done. */
export function LinkButton({ variant = 'plain', children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={css[variant]}>
      {children}
    </a>
  )
}
