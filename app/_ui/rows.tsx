import type { ReactNode } from 'react'
import css from './rows.module.css'

type Props = {
  children: ReactNode
  /**
   * The columns: `who` name, bar, count; `work` when, what, next step; `found`
   * recommendation, who, due; `chosen` the same after a checkbox; `assignments` recommendation, status, due; `happened`
   * when, what, before, after; `named` name, annotation; `equal` three of the same width. The default is one column.
   */
  columns?: 'who' | 'work' | 'found' | 'chosen' | 'assignments' | 'happened' | 'named' | 'equal' | undefined
  ordered?: boolean | undefined
  label?: string | undefined
}

/**
 * A list with lines between its rows. Each child is an `<li>`, and each of its children is a column. The keys `j` and
 * `k` move along the rows.
 */
export function Rows({ children, columns, ordered, label }: Props) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List className={columns ? `${css.rows} ${css[columns]}` : css.rows} aria-label={label} data-rows="">
      {children}
    </List>
  )
}
