import type { ReactNode } from 'react'
import css from './steps.module.css'

/** The first things to do. Each `Step` is a sentence and its button. */
export const Steps = ({ children }: { children: ReactNode }) => <ol className={css.steps}>{children}</ol>

export const Step = ({ action, children }: { action: ReactNode; children: ReactNode }) => (
  <li>
    <div>{children}</div>
    {action}
  </li>
)
