import type { ReactNode } from 'react'
import css from './rows.module.css'

type Props = {
  children: ReactNode
  /**
   * The columns: `who` name, bar, count; `work` when, what, next step; `queue` what, whose, when, status; `found` recommendation, who, due;
   * `chosen` the same after a checkbox; `carried` recommendation, status, due; `happened` when, what, before, after; `named` name, note. One, if none is said.
   */
  columns?: 'who' | 'work' | 'queue' | 'found' | 'chosen' | 'carried' | 'happened' | 'named' | undefined
  ordered?: boolean | undefined
  label?: string | undefined
}

/** Things in order with hairlines between: each child an `<li>`, each of its children a column. `j` and `k` go along it. */
export function Rows({ children, columns, ordered, label }: Props) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List className={columns ? `${css.rows} ${css[columns]}` : css.rows} aria-label={label} data-rows="">
      {children}
    </List>
  )
}
