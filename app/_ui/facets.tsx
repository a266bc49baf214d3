import type { ReactNode } from 'react'
import { Button } from './button'
import css from './facets.module.css'

type Props = {
  /** Where the form leads. */
  action: string
  /** The filter that always shows. */
  first: ReactNode
  /** Over the other filters where they are folded ("Filters: 2 in use"). */
  summary: ReactNode
  filters: ReactNode
  /** The button beside `first` where the other filters are folded. */
  send: string
  /** The filters stand above what they filter, folded, so that this has the whole width. */
  above?: boolean | undefined
  children: ReactNode
}

/** A list beside the GET form that filters it; on a phone all filters but the first are folded. */
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
