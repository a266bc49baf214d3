import type { FormEvent, ReactNode } from 'react'

type Props = { href: string; onSubmit: (event: FormEvent) => void; children: ReactNode }

/** A button that opens `href` without script and while the script is loading. With script it does more. */
export function LinkForm({ href, onSubmit, children }: Props) {
  const { pathname, hash, searchParams } = new URL(href, 'http://page.example')
  return (
    <form action={pathname + hash} onSubmit={onSubmit}>
      {[...searchParams].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
