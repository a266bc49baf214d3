import { rejectedRowsAddress, sheetAddress } from '@/app/_addresses/sheet'
import { LinkButton } from '@/app/_ui/button'
import { Row, Section } from '@/app/_ui/layout'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'
import { rowsOfSheet } from '@/lib/sheets/rows'
import type { SheetNow } from '@/lib/sheets/sheet-shape'

/** How many rows with errors are shown at a time. */
const atATime = 50

/** What is wrong in which row and column, with the value there. */
export async function WrongRows({ sheet, after }: { sheet: SheetNow; after: number | undefined }) {
  const rows = await rowsOfSheet(sheet, { state: 'wrong', after, limit: atATime + 1 })
  const page = rows.slice(0, atATime)
  const last = page.at(-1)
  const columns = ['row', 'column', 'value', 'problem'] as const
  const title = t('sheets.review.wrong')
  return (
    <Section title={title} id="errors">
      <p>{t('sheets.review.wrongAbout')}</p>
      <Table label={title} columns={columns.map((column) => t(`sheets.review.${column}`))}>
        {page.flatMap(({ row, errors }) =>
          errors.map(({ field, column, value, message }) => (
            <TableRow key={`${row} ${field} ${message}`}>
              <RowHeader label={t('sheets.review.row')}>{row}</RowHeader>
              <Cell label={t('sheets.review.column')}>
                <span dir="auto">{column ?? t(`sheets.field.${field}`)}</span>
              </Cell>
              <Cell label={t('sheets.review.value')}>
                <span dir="auto">{shortened(value, 120)}</span>
              </Cell>
              <Cell label={t('sheets.review.problem')}>{message}</Cell>
            </TableRow>
          )),
        )}
      </Table>
      <Row>
        <LinkButton href={rejectedRowsAddress(sheet.id)}>{t('sheets.review.rejected')}</LinkButton>
        {rows.length > atATime && last && (
          <LinkButton href={`${sheetAddress(sheet.id, { after: last.row })}#errors`}>
            {t('sheets.review.more')}
          </LinkButton>
        )}
      </Row>
    </Section>
  )
}
