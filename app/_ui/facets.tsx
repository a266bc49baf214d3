import type { ReactNode } from 'react'
import { Button } from './button'
import css from './facets.module.css'

type Props = {
  /** The URL to which the form leads. */
  action: string
  /** The filter that is always visible. */
  first: ReactNode
  /** The heading of the other filters when they are folded ("Filters: 2 in use"). */
  summary: ReactNode
  filters: ReactNode
  /** The label of the button beside `first` when the other filters are folded. */
  send: string
  /** Whether the filters are above the list and folded, so that the list has the whole width. */
  above?: boolean | undefined
  children: ReactNode
}

/** A list with the GET form that filters it. On a phone, all filters but the first are folded. */
export const Facets = ({ action, first, summary, filters, send, above, children }: Props) => (
  <div className={above ? `${css.facets} ${css.above}` : css.facets}>
    <form action={action} data-screen="">
      <div className={css.first}>
        {first}
        <span className={css.send}>
          <Button type="submit">{send}</Button>
        </span>
      </div>
      <details>
        <summary>{summary}</summary>
        {filters}
      </details>
    </form>
    <div>{children}</div>
  </div>
)
