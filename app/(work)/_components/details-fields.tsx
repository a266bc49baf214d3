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

/**
 * With `unread`, the language may be left to the text, which is not read yet. `found` names the details that are only
 * suggested.
 */
type Props = Details & { unread?: boolean; found?: readonly string[] }

/** The fields of an `ActionForm` for the details of a document besides its code, title and text. */
export function DetailsFields({
  symbol,
  body,
  date,
  place,
  unread = false,
  language = unread ? '' : 'en',
  found = [],
}: Props) {
  const hint = (name: string, usual?: string) => (found.includes(name) ? t('details.found') : usual)
  const languages = common.includes(language) || language === '' ? common : [language, ...common]
  const ofText = { value: '', label: t('details.languageOfText') }
  return (
    <>
      <FormText
        name="symbol"
        optional
        label={t('details.symbol')}
        hint={hint('symbol', t('details.symbolHint'))}
        defaultValue={symbol}
      />
      <FormText
        name="body"
        optional
        label={t('details.body')}
        hint={hint('body', t('details.bodyHint'))}
        defaultValue={body}
      />
      <FieldRow>
        <FormDate name="date" optional label={t('details.date')} hint={hint('date')} defaultValue={date} />
        <FormText name="place" optional label={t('details.where')} defaultValue={place} />
        <FormSelect
          name="language"
          label={t('details.language')}
          hint={hint('language')}
          options={[
            ...(unread ? [ofText] : []),
            ...languages.map((value) => ({ value, label: languageInWords(value) })),
          ]}
          defaultValue={language}
        />
      </FieldRow>
    </>
  )
}
