import { readRefusedUpload } from '@/app/_actions/kept-upload-form'
import { evidenceUploadAddress } from '@/app/_addresses/assignment'
import { FormFile } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { UploadForm } from '@/app/_ui/upload-form'
import { answersFor } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { largestFile } from '@/lib/evidence/add-file'
import { fileKinds } from '@/lib/formats/kinds/file-kinds'
import { t } from '@/lib/platform/i18n'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { EvidenceFields } from './evidence-fields'

type Props = { actor: Actor; view: AssignmentView; refused: string | undefined; back: string }

/** Adds a file as evidence. */
export async function FileForm({ actor, view, refused, back }: Props) {
  const { id, organization } = view.assignment
  const words = {
    progress: t('evidence.form.progress', { percent: '{percent}' }),
    checking: t('evidence.form.checking'),
    lost: t('evidence.form.lost'),
  }
  const state = refused === undefined ? undefined : await readRefusedUpload(actor, refused)
  return (
    <UploadForm action={evidenceUploadAddress(id)} prefix="file-" refused={state} words={words}>
      <Fields>
        <h3>{t('evidence.form.fileTitle', { organization: organization.name })}</h3>
        {!answersFor(actor, view) && <p>{t('recommendation.report.onBehalf', { organization: organization.name })}</p>}
        <FormFile
          name="file"
          label={t('evidence.form.file')}
          hint={t('evidence.form.fileHint', { maximum: largestFile })}
          accept={[...Object.keys(fileKinds), 'jpeg'].map((ending) => `.${ending}`).join()}
        />
        <EvidenceFields actor={actor} view={view} of="file" back={back} />
      </Fields>
    </UploadForm>
  )
}
