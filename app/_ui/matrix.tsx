'use client'

import type { CountForms } from '@/lib/platform/i18n'
import css from './matrix.module.css'
import { type Column, isNarrow, type Over, type Row, shortened } from './matrix-data'
import { MatrixHead } from './matrix-head'
import { MatrixLine } from './matrix-line'
import narrowCss from './narrow-matrix.module.css'
import { PrintedMatrix } from './printed-matrix'
import { ScrollHint } from './scroll-hint'
import type { StatusName } from './status'

type Props = {
  /** Organizations first, then groups. */
  columns: readonly Column[]
  over: Over | undefined
  rows: readonly Row[]
  statuses: Partial<Record<StatusName, string>>
  words: { label: string; corner: string; names: string; more: CountForms }
}

/** Content that scrolls can be reached and moved with the keyboard. */
const scrolling = (label: string) => ({ role: 'region', tabIndex: 0, 'aria-label': label })

/**
 * A table of recommendations by organizations. The header and the first column stay in sight. With many columns, they
 * are narrow: headings are turned, and cells have a mark in place of words. It is a client component, although it needs
 * no script, so that the page contains its texts without a description of their markup.
 */
export function Matrix({ columns, over, rows, statuses, words }: Props) {
  const narrow = isNarrow(columns)
  const groups = columns.filter(({ link }) => link).length
  const cut = narrow ? columns.filter(({ heading }) => shortened(heading) !== heading) : []
  return (
    <>
      <div className={css.frame} data-screen={narrow ? undefined : ''}>
        <div
          className={narrow ? `${css.sheet} ${narrowCss.narrow}` : css.sheet}
          style={{ '--columns': columns.length - groups, '--groups': groups }}
          {...scrolling(words.label)}
        >
          <table className={css.matrix} data-cells="">
            {narrow && (
              <colgroup>
                <col />
                {columns.length > groups && <col span={columns.length - groups} />}
                {groups > 0 && <col span={groups} data-groups="" />}
              </colgroup>
            )}
            <MatrixHead columns={columns} over={over} corner={words.corner} narrow={narrow} />
            <tbody>
              {rows.map((row) => (
                <MatrixLine
                  key={row.key}
                  row={row}
                  columns={columns.length}
                  single={narrow ? columns.length - groups : 0}
                  statuses={statuses}
                />
              ))}
            </tbody>
          </table>
        </div>
        <ScrollHint words={words.more} />
      </div>
      {cut.length > 0 && (
        <p>
          <small>
            {words.names} <bdi>{cut.map(({ heading }) => heading).join(' · ')}</bdi>
          </small>
        </p>
      )}
      <PrintedMatrix columns={columns} rows={rows} statuses={statuses} corner={words.corner} />
    </>
  )
}
