import type { ReactNode } from 'react'
import css from './text.module.css'

type Children = { children: ReactNode }

/** Said in a lower voice, at full size; `<small>` is the smaller one. */
export const Muted = ({ children }: Children) => <span className={css.quiet}>{children}</span>

/** What is overdue: always in words. */
export const Overdue = ({ children }: Children) => <span className={css.late}>{children}</span>

/** What will soon be due: always in words. */
export const DueSoon = ({ children }: Children) => <span className={css.soon}>{children}</span>

/** For those who hear the page. */
export const Hidden = ({ children }: Children) => <span className={css.hidden}>{children}</span>

/** An e-mail address, which breaks before its domain rather than within a word. */
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

/** Round what `Written` makes of what people wrote. */
export const Prose = ({ children }: Children) => <div className={css.prose}>{children}</div>
