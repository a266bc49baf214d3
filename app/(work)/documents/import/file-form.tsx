import { FormFile, FormHidden } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { UploadForm } from '@/app/_ui/upload-form'
import type { TypedDetails } from '@/lib/documents/typed-details'
import { largestFile } from '@/lib/evidence/add-file'
import type { FormState } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { MoreFields } from './more-fields'

/** The endings of the files that can be read, and their names for people. */
const formats = {
  endings: ['.pdf', '.docx', '.htm', '.html', '.md', '.txt'],
  names: ['PDF', 'Word (.docx)', 'HTML', 'Markdown', 'TXT'],
}

type Props = {
  editionOf: string | undefined
  refused: FormState | '' | undefined
  details: TypedDetails | undefined
}

/** Sends a file to import. The form begins with the details of an earlier import. */
export function FileForm({ editionOf, refused, details }: Props) {
  const words = {
    progress: t('imports.sending', { percent: '{percent}' }),
    checking: t('imports.checking'),
    lost: t('imports.lost'),
  }
  return (
    <UploadForm action="/documents/import/file" prefix="file-" refused={refused || undefined} words={words}>
      <Fields>
        <FormHidden name="id" value={newId()} />
        <FormFile
          name="file"
          label={t('imports.file')}
          hint={t('imports.fileHint', { formats: formats.names.join(', '), maximum: largestFile })}
          accept={formats.endings.join()}
        />
        <MoreFields editionOf={editionOf} details={details} />
        <Row>
          <SubmitButton>{t('imports.send')}</SubmitButton>
        </Row>
      </Fields>
    </UploadForm>
  )
}
