'use client'

import { usePathname } from 'next/navigation'

export type MenuItem = {
  href: string
  label: string
  count?: number | undefined
  /** What it counts: `overdue`. */
  counted?: string | undefined
  current?: boolean | undefined
}

/** A line of the menu, which knows whether one is there (a layout doesn't know the address). */
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
