import type { ReactNode } from 'react'
import css from './figure-table.module.css'

/** A number that leads to what it counts. */
export type Figure = {
  key: string
  text: string
  /** The address of what it counts, if there is something. */
  href?: string | undefined
  /** Its share of all, from 0 to 1, to show as a bar. */
  share?: number | undefined
  note?: string | undefined
}

type Props = {
  label?: string | undefined
  /** The headings: that of the names of the rows first, then one for each figure. */
  columns: readonly { key: string; heading: ReactNode }[]
  /** Rows with a name, which may have a line below it. A name of a few words is a `string`, and stays on one line. */
  rows: readonly { key: string; name: ReactNode; note?: ReactNode; figures: readonly Figure[] }[]
}

/** A table of figures, which stays a table on a narrow page. */
export const FigureTable = ({ label, columns, rows }: Props) => (
  <div className={css.sheet}>
    <table className={[css.table, columns.length === 2 && css.single].filter(Boolean).join(' ')} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ key, heading }) => (
            <th key={key} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, note, figures }) => (
          <tr key={key}>
            <th scope="row" className={typeof name === 'string' ? css.name : undefined}>
              {name}
              {note && <small>{note}</small>}
            </th>
            {figures.map(({ key, ...figure }) => (
              <td key={key}>
                <One {...figure} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const One = ({ text, href, share, note }: Omit<Figure, 'key'>) => (
  <div className={css.figure}>
    {share !== undefined && <span className={css.bar} style={{ '--share': share }} aria-hidden="true" />}
    <span>{href ? <a href={href}>{text}</a> : text}</span>
    {note && <small>{note}</small>}
  </div>
)
