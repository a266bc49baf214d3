import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import type { SheetNow } from '@/lib/sheets/sheet-shape'
import { readWorksheet } from './actions'

/** Says of which worksheet of a workbook the rows are, and reads those of another one. */
export function Worksheets({ sheet: { id, version, worksheets, worksheet } }: { sheet: SheetNow }) {
  if (worksheets.length < 2) return null
  return (
    <Section title={t('sheets.worksheet.title')} card>
      <ActionForm action={readWorksheet} prefix="worksheet-" version={version}>
        <FormHidden name="id" value={id} />
        <Fields>
          <FormSelect
            name="worksheet"
            label={t('sheets.worksheet.label')}
            options={worksheets.map((label, place) => ({ value: String(place), label }))}
            defaultValue={String(worksheet ?? 0)}
          />
          <Row>
            <SubmitButton>{t('sheets.worksheet.read')}</SubmitButton>
          </Row>
        </Fields>
      </ActionForm>
    </Section>
  )
}
