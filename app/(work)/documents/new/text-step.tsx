import { ActionForm } from '@/app/_ui/action-form'
import { FormDate, FormHidden, FormSelect, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Draft } from '@/lib/documents/drafts'
import { languageInWords, words } from '@/lib/platform/i18n'
import { goOn } from './actions'

const common = [
  'en',
  'ar',
  'zh',
  'fr',
  'ru',
  'es',
  'pt',
  'de',
  'it',
  'nl',
  'pl',
  'tr',
  'uk',
  'ja',
  'ko',
  'hi',
  'fa',
  'sw',
]
const languages = common.map((value) => ({ value, label: languageInWords(value) }))

/** The first step: what the document is, and its paragraphs, pasted. */
export function TextStep({ draft, freshId }: { draft: Draft | undefined; freshId: string }) {
  const { particulars = {}, pasted = '' } = draft ?? {}
  const { language = 'en' } = particulars
  return (
    <ActionForm action={goOn}>
      <Fields>
        <p>{words('draft.about')}</p>
        <FormHidden name="id" value={draft?.id ?? freshId} />
        <FormText name="title" label={words('draft.name')} defaultValue={particulars.title} />
        <FormText
          name="code"
          label={words('draft.code')}
          hint={words('draft.codeHint')}
          defaultValue={particulars.code}
          autoComplete="off"
        />
        <FormText
          name="symbol"
          label={words('draft.symbol')}
          hint={words('draft.symbolHint')}
          defaultValue={particulars.symbol}
        />
        <FormText
          name="body"
          label={words('draft.body')}
          hint={words('draft.bodyHint')}
          defaultValue={particulars.body}
        />
        <FieldRow>
          <FormDate name="date" label={words('draft.date')} defaultValue={particulars.date} />
          <FormText name="place" label={words('draft.where')} defaultValue={particulars.place} />
          <FormSelect
            name="language"
            label={words('draft.language')}
            options={
              languages.some(({ value }) => value === language)
                ? languages
                : [{ value: language, label: languageInWords(language) }, ...languages]
            }
            defaultValue={language}
          />
        </FieldRow>
        <FormTextArea
          name="pasted"
          label={words('draft.pasted')}
          hint={words('draft.pastedHint')}
          rows={18}
          defaultValue={pasted}
        />
        <Row>
          <SubmitButton>{words('draft.next')}</SubmitButton>
          <small>{words('draft.keptFor')}</small>
        </Row>
      </Fields>
    </ActionForm>
  )
}
