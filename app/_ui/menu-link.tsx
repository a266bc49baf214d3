'use client'

import { usePathname } from 'next/navigation'

export type MenuItem = {
  href: string
  label: string
  count?: number | undefined
  /** What the number counts: `overdue`. */
  counted?: string | undefined
  current?: boolean | undefined
}

/** A line of the menu. It finds out itself whether its page is open, because a layout does not know the URL. */
export function MenuLink({ href, label, count, counted, current }: MenuItem) {
  const path = usePathname()
  const here = current ?? (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`))
  return (
    <a href={href} aria-current={here ? 'page' : undefined}>
      {label}
      {count ? <span> {`${count} ${counted}`}</span> : null}
    </a>
  )
}
