import type { ReactNode } from 'react'
import css from './empty-state.module.css'

type Props = { title: ReactNode; children?: ReactNode | undefined; action?: ReactNode | undefined }

/** Replaces an empty list: what is missing, why (`children`), and the first step (`action`). */
export const EmptyState = ({ title, children, action }: Props) => (
  <div className={css.empty}>
    <b>{title}</b>
    {children && <p>{children}</p>}
    {action}
  </div>
)
