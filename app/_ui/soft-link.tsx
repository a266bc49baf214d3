'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent, MouseEvent, ReactNode } from 'react'
import { Button, LinkButton, type Variant } from './button'
import { mayLeave } from './kept-text'
import { LinkForm } from './link-form'
import { useWords } from './page-words'

/**
 * A link to another state of the same page. With script, the page changes in place without a jump. Without script, it
 * is loaded again.
 */
type Props = { href: string; children: ReactNode }

type LinkProps = Props & {
  current?: boolean | undefined
  variant?: Variant | undefined
  keeps?: boolean | undefined
  shortcut?: string | undefined
}

/**
 * A link. With `variant` it looks like a button. `keeps` is for links that show more or less, where the forms on the
 * page stay. `shortcut` is the single key that follows it while the focus is in its row.
 */
export function SoftLink({ href, current, variant, keeps, shortcut, children }: LinkProps) {
  const router = useRouter()
  const { form } = useWords()
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (keeps || mayLeave(form.leave)) router.push(href, { scroll: false })
  }
  if (variant) {
    return (
      <LinkButton href={href} onClick={go} variant={variant}>
        {children}
      </LinkButton>
    )
  }
  return (
    <a href={href} onClick={go} aria-current={current || undefined} data-key={shortcut}>
      {children}
    </a>
  )
}

/** A button that leads to another state of the same page, such as one with a form open. */
export function SoftLinkButton({ href, variant, children }: Props & { variant?: Variant | undefined }) {
  const router = useRouter()
  const { form } = useWords()
  const go = (event: FormEvent) => {
    event.preventDefault()
    if (mayLeave(form.leave)) router.push(href, { scroll: false })
  }
  return (
    <LinkForm href={href} onSubmit={go}>
      <Button type="submit" variant={variant}>
        {children}
      </Button>
    </LinkForm>
  )
}
