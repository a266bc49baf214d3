'use client'

import css from './notifications-link.module.css'

type Props = { href: string; label: string; unread: string | undefined }

/** The bell at the end of the top bar, with the number of unread notifications. */
export const NotificationsLink = ({ href, label, unread }: Props) => (
  <a className={css.bell} href={href} aria-label={label} title={label}>
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d="M10 2.5a5 5 0 0 0-5 5c0 4.5-1.75 6-1.75 6h13.5S15 12 15 7.5a5 5 0 0 0-5-5zM8.25 16.5a1.8 1.8 0 0 0 3.5 0" />
    </svg>
    {unread && <span>{unread}</span>}
  </a>
)
