import { ActionForm } from '@/app/_ui/action-form'
import { FormCheck, FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import { sheetFields } from '@/lib/sheets/fields'
import { dayOrders } from '@/lib/sheets/read-day'
import type { Column, SheetNow } from '@/lib/sheets/sheet-shape'
import { saveColumns } from './actions'

/** Says what each column contains, and where rows go that name no document. */
export function Columns({ sheet }: { sheet: SheetNow }) {
  const { id, version, columns, mapping, options } = sheet
  const fieldOf = new Map(Object.entries(mapping).map(([field, place]) => [place, field]))
  const choices = [
    { value: '', label: t('sheets.columns.nothing') },
    ...sheetFields.map((field) => ({ value: field, label: t(`sheets.field.${field}`) })),
  ]
  const orders = dayOrders.map((value) => ({ value, label: t(`sheets.columns.${value}`) }))
  return (
    <Section title={t('sheets.columns.title')} card>
      <ActionForm action={saveColumns} prefix="columns-" version={version}>
        <FormHidden name="id" value={id} />
        <Fields>
          <p>{t('sheets.columns.about')}</p>
          {columns.map((column, place) => (
            <FormSelect
              key={place}
              name={`column-${place}`}
              label={column.name}
              hint={seenIn(column)}
              options={choices}
              defaultValue={fieldOf.get(place) ?? ''}
            />
          ))}
          <FormSelect name="order" label={t('sheets.columns.order')} options={orders} defaultValue={options.order} />
          <h3>{t('sheets.columns.document')}</h3>
          <p>{t('sheets.columns.documentAbout')}</p>
          <FormText name="symbol" optional label={t('sheets.columns.symbol')} defaultValue={options.symbol ?? ''} />
          <FormText
            name="title"
            optional
            label={t('sheets.columns.documentTitle')}
            defaultValue={options.title ?? ''}
          />
          <FormText
            name="code"
            optional
            label={t('sheets.columns.code')}
            hint={t('details.codeHint')}
            defaultValue={options.code ?? ''}
          />
          <FormCheck name="apart" label={t('sheets.columns.apart')} defaultChecked={options.apart} />
          <Row>
            <SubmitButton>{t('sheets.columns.save')}</SubmitButton>
          </Row>
        </Fields>
      </ActionForm>
    </Section>
  )
}

/** What the values of a column are like, with some of them. */
function seenIn({ filled, days, numbers, examples }: Column) {
  const kinds = [
    t('sheets.columns.filled', { count: filled }),
    ...(days > 0 ? [t('sheets.columns.days', { count: days })] : []),
    ...(numbers > 0 ? [t('sheets.columns.numbers', { count: numbers })] : []),
  ]
  return [kinds.join(', '), ...examples].join(' · ')
}
