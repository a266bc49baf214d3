import type { ReactNode } from 'react'
import css from './text.module.css'

type Children = { children: ReactNode }

/** Text in a weaker colour at full size. `<small>` is smaller. */
export const Muted = ({ children }: Children) => <span className={css.quiet}>{children}</span>

/** Text about overdue work, which always says so in words. */
export const Overdue = ({ children }: Children) => <span className={css.late}>{children}</span>

/** Text about work that is due soon, which always says so in words. */
export const DueSoon = ({ children }: Children) => <span className={css.soon}>{children}</span>

/** Text for screen readers only. */
export const Hidden = ({ children }: Children) => <span className={css.hidden}>{children}</span>

/** What someone wrote as plain text, with its line breaks and in its own direction. */
export const InOwnWords = ({ children }: Children) => <bdi className={css.lines}>{children}</bdi>

/** An email that breaks before its domain and not within a word. */
export function MailAddress({ children: address }: { children: string }) {
  const at = address.lastIndexOf('@')
  return (
    <bdi>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </bdi>
  )
}

/** Surrounds the output of `Written`. */
export const Prose = ({ children }: Children) => <div className={css.prose}>{children}</div>
