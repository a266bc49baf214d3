import css from './matrix.module.css'
import { type Column, type Over, shortened } from './matrix-data'
import { Hidden } from './text'

type Props = { columns: readonly Column[]; over: Over | undefined; corner: string; narrow: boolean }

/** The headings of a matrix: one for each column, and above the members of an opened group that of the group. */
export function MatrixHead({ columns, over, corner, narrow }: Props) {
  const rows = over ? 2 : 1
  const heading = (column: Column, rows?: number) => (
    <Heading key={column.key} column={column} rows={rows} narrow={narrow} />
  )
  const [from, to] = over ? [over.from, over.from + over.count] : [columns.length, columns.length]
  return (
    <thead>
      <tr>
        <th scope="col" className={css.first} rowSpan={rows}>
          {corner}
        </th>
        {columns.slice(0, from).map((column) => heading(column, rows))}
        {over && (
          <th scope="colgroup" colSpan={over.count} className={css.over}>
            <div>
              <bdi>{over.heading}</bdi> <a href={over.link.href}>{over.link.label}</a>
            </div>
          </th>
        )}
        {columns.slice(to).map((column) => heading(column, rows))}
      </tr>
      {over && <tr>{columns.slice(from, to).map((column) => heading(column))}</tr>}
    </thead>
  )
}

type HeadingProps = { column: Column; rows: number | undefined; narrow: boolean }

const Heading = ({ column: { heading, link }, rows, narrow }: HeadingProps) => (
  <th scope="col" dir="auto" rowSpan={rows} data-column="">
    <span>
      <Name name={heading} short={narrow ? shortened(heading) : heading} />
      {link && (
        <>
          <br />
          <a href={link.href}>{link.label}</a>
        </>
      )}
    </span>
  </th>
)

/** A name, or its beginning on the screen and all of it for screen readers. */
const Name = ({ name, short }: { name: string; short: string }) =>
  short === name ? (
    name
  ) : (
    <>
      <span aria-hidden="true">{short}</span>
      <Hidden>{name}</Hidden>
    </>
  )
