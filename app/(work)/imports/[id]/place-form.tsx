import { type ImportPageState, importAddress } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { FormPassages } from '@/app/_ui/form-passages'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { PlaceNow } from '@/lib/imports/place-shape'
import { t } from '@/lib/platform/i18n'
import { savePlace } from './edition-actions'

type Props = { importId: string; language: string; place: PlaceNow; state: ImportPageState }

/** Chooses other words of the new text for a recommendation or an annotation. */
export const PlaceForm = ({ importId, language, place, state }: Props) => {
  const { id, version, label, was, quote } = place
  return (
    <ActionForm action={savePlace} prefix="place-" version={version} keep={`place ${id}`} focus>
      <FormHidden name="importId" value={importId} />
      <FormHidden name="id" value={id} />
      {state.stand && <FormHidden name="stand" value={state.stand} />}
      {state.after && <FormHidden name="after" value={state.after} />}
      <Fields>
        <FormText
          name="paragraph"
          label={t('imports.edition.inParagraph')}
          hint={t('imports.edition.inParagraphHint')}
          defaultValue={label ?? was.label}
        />
        <FormTextArea
          name="words"
          label={t('imports.edit.words')}
          hint={t('imports.edit.wordsHint')}
          rows={5}
          lang={language}
          defaultValue={quote ?? was.quote}
        />
        <FormPassages name="at" of="occurrence" label={t('imports.edit.which')} lang={language} />
        <Row>
          <SubmitButton>{t('imports.edition.save')}</SubmitButton>
          <SoftLink href={importAddress(importId, state, `k-${id}`)}>{t('imports.edit.cancel')}</SoftLink>
        </Row>
      </Fields>
    </ActionForm>
  )
}
