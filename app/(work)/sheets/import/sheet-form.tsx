import { FormCheck, FormFile, FormHidden } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { UploadForm } from '@/app/_ui/upload-form'
import { largestFile } from '@/lib/evidence/add-file'
import type { FormState } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'

/** The endings of the files that can be read, and their names for people. */
const formats = { endings: ['.xlsx', '.csv', '.tsv', '.txt'], names: ['XLSX', 'CSV'] }

/** Sends a spreadsheet to import. */
export function SheetForm({ refused }: { refused: FormState | '' | undefined }) {
  const words = {
    progress: t('sheets.sending', { percent: '{percent}' }),
    checking: t('sheets.checking'),
    lost: t('sheets.lost'),
  }
  return (
    <UploadForm action="/sheets/import/file" prefix="sheet-" refused={refused || undefined} words={words}>
      <Fields>
        <FormHidden name="id" value={newId()} />
        <FormFile
          name="file"
          label={t('sheets.file')}
          hint={t('sheets.fileHint', { formats: formats.names.join(', '), maximum: largestFile })}
          accept={formats.endings.join()}
        />
        <FormCheck name="again" value="yes" label={t('sheets.again')} />
        <Row>
          <SubmitButton>{t('sheets.send')}</SubmitButton>
        </Row>
      </Fields>
    </UploadForm>
  )
}
