'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent, MouseEvent, ReactNode } from 'react'
import { Button, LinkButton, type Variant } from './button'
import { mayLeave } from './kept-text'
import { LinkForm } from './link-form'
import { useWords } from './page-words'

/** Leads to another state of the same page. With script it is drawn in place, without a jump; without, by a plain visit. */
type Props = { href: string; children: ReactNode }

type LinkProps = Props & { current?: boolean | undefined; variant?: Variant | undefined; keeps?: boolean | undefined }

/** A link; with `variant` it looks like a button; `keeps`: it shows more or less, and the forms on the page stay. */
export function SoftLink({ href, current, variant, keeps, children }: LinkProps) {
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
    <a href={href} onClick={go} aria-current={current || undefined}>
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
