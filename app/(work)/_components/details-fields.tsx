import { FormDate, FormSelect, FormText } from '@/app/_ui/form-fields'
import { FieldRow } from '@/app/_ui/form-layout'
import { languageInWords, t } from '@/lib/platform/i18n'

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

/** The fields of an `ActionForm` for the details of a document besides its code, title and text. */
export function DetailsFields({ symbol, body, date, place, language = 'en' }: Details) {
  const languages = common.includes(language) ? common : [language, ...common]
  return (
    <>
      <FormText name="symbol" optional label={t('draft.symbol')} hint={t('draft.symbolHint')} defaultValue={symbol} />
      <FormText name="body" optional label={t('draft.body')} hint={t('draft.bodyHint')} defaultValue={body} />
      <FieldRow>
        <FormDate name="date" optional label={t('draft.date')} defaultValue={date} />
        <FormText name="place" optional label={t('draft.where')} defaultValue={place} />
        <FormSelect
          name="language"
          label={t('draft.language')}
          options={languages.map((value) => ({ value, label: languageInWords(value) }))}
          defaultValue={language}
        />
      </FieldRow>
    </>
  )
}
