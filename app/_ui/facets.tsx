import type { ReactNode } from 'react'
import css from './facets.module.css'

type Props = { summary: ReactNode; filters: ReactNode; children: ReactNode }

/** A list beside its `filters` (a GET form); on a phone they are folded under `summary` ("Filters: 2 in use"). */
export const Facets = ({ summary, filters, children }: Props) => (
  <div className={css.facets}>
    <details>
      <summary>{summary}</summary>
      {filters}
    </details>
    <div>{children}</div>
  </div>
)
