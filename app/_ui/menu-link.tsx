'use client'

import { usePathname } from 'next/navigation'

export type MenuItem = {
  href: string
  label: string
  /** A number as text. None for zero. */
  count?: string | undefined
  /** What the number counts: `overdue`. */
  counted?: string | undefined
  current?: boolean | undefined
  /** The paths of further pages that belong to this line. */
  also?: readonly string[]
}

/** A line of the menu. It finds out itself whether its page is open, because a layout does not know the URL. */
export function MenuLink({ href, label, count, counted, current, also = [] }: MenuItem) {
  const path = usePathname()
  const within = (place: string) => path === place || path.startsWith(`${place}/`)
  const here = current ?? (href === '/' ? path === '/' : [href, ...also].some(within))
  return (
    <a href={href} aria-current={here ? 'page' : undefined}>
      {label}
      {count !== undefined && <span> {`${count} ${counted}`}</span>}
    </a>
  )
}
