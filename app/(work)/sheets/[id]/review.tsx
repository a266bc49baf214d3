import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Section } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'
import { sheetFields } from '@/lib/sheets/fields'
import type { SheetCounts } from '@/lib/sheets/queries'
import { rowsOfSheet } from '@/lib/sheets/rows'
import type { SheetNow } from '@/lib/sheets/sheet-shape'
import { startImport } from './actions'
import { NewOrganizations } from './new-organizations'
import { WrongRows } from './wrong-rows'

type Props = { actor: Actor; sheet: SheetNow; counts: SheetCounts; after: number | undefined }

/** How many rows are shown before they are imported. */
const shown = 5

/** What can be imported and what cannot, with the button that imports. */
export async function Review({ actor, sheet, counts, after }: Props) {
  const { id, version } = sheet
  const { rows, ready, wrong } = counts
  return (
    <>
      <Section card>
        <p>{t('sheets.review.counts', { rows, ready, wrong })}</p>
        {ready > 0 ? (
          <ActionForm action={startImport} prefix="import-" version={version}>
            <FormHidden name="id" value={id} />
            <Row>
              <SubmitButton>{t('sheets.review.import', { count: ready })}</SubmitButton>
            </Row>
          </ActionForm>
        ) : (
          <p>{t('sheets.review.nothing')}</p>
        )}
        {namesNoDocument(sheet) && <Notice tone="warning">{t('sheets.review.unnamed')}</Notice>}
      </Section>
      {ready > 0 && <NewOrganizations actor={actor} sheet={sheet} />}
      {wrong > 0 && <WrongRows sheet={sheet} after={after} />}
      {ready > 0 && <Preview sheet={sheet} />}
    </>
  )
}

/** Returns whether neither a column nor a person says from which document the rows are. */
const namesNoDocument = ({ mapping, options }: SheetNow) =>
  [mapping.symbol, mapping.document, mapping.documentTitle, mapping.key].every((place) => place === undefined) &&
  [options.symbol, options.code, options.title].every((named) => named === undefined)

async function Preview({ sheet }: { sheet: SheetNow }) {
  const rows = await rowsOfSheet(sheet, { state: 'ready', limit: shown })
  const fields = sheetFields.flatMap((field) => {
    const place = sheet.mapping[field]
    return place === undefined ? [] : [{ field, place }]
  })
  const title = t('sheets.review.preview')
  return (
    <Section title={title}>
      <Table
        label={title}
        columns={[t('sheets.review.row'), ...fields.map(({ field }) => t(`sheets.field.${field}`))]}
        dense
      >
        {rows.map(({ row, cells }) => (
          <TableRow key={row}>
            <RowHeader label={t('sheets.review.row')}>{row}</RowHeader>
            {fields.map(({ field, place }) => (
              <Cell key={field} label={t(`sheets.field.${field}`)}>
                {cells[place] && <span dir="auto">{shortened(cells[place], 120)}</span>}
              </Cell>
            ))}
          </TableRow>
        ))}
      </Table>
    </Section>
  )
}
