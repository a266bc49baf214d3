import { FormDate, FormSelect, FormText } from '@/app/_ui/form-fields'
import { FieldRow } from '@/app/_ui/form-layout'
import { languageInWords, words } from '@/lib/platform/i18n'

const common = [
  ...['en', 'ar', 'zh', 'fr', 'ru', 'es'],
  ...['pt', 'de', 'it', 'nl', 'pl', 'tr', 'uk', 'ja', 'ko', 'hi', 'fa', 'sw'],
]

type Details = {
  symbol?: string | undefined
  body?: string | undefined
  /** YYYY-MM-DD */
  date?: string | undefined
  place?: string | undefined
  language?: string | undefined
}

/** The fields for what is known of a document besides its code, title and text, for use in an `ActionForm`. */
export function DetailsFields({ symbol, body, date, place, language = 'en' }: Details) {
  const languages = common.includes(language) ? common : [language, ...common]
  return (
    <>
      <FormText name="symbol" label={words('draft.symbol')} hint={words('draft.symbolHint')} defaultValue={symbol} />
      <FormText name="body" label={words('draft.body')} hint={words('draft.bodyHint')} defaultValue={body} />
      <FieldRow>
        <FormDate name="date" label={words('draft.date')} defaultValue={date} />
        <FormText name="place" label={words('draft.where')} defaultValue={place} />
        <FormSelect
          name="language"
          label={words('draft.language')}
          options={languages.map((value) => ({ value, label: languageInWords(value) }))}
          defaultValue={language}
        />
      </FieldRow>
    </>
  )
}
