import { dateInWords, languageInWords, t } from '@/lib/platform/i18n'

type Details = {
  code: string
  symbol?: string | undefined
  body?: string | undefined
  /** YYYY-MM-DD */
  date?: string | undefined
  place?: string | undefined
  language: string
}

/** What is known of a document besides its title and text: pairs of a term and its value, those without a value left out. */
export function detailsInWords({
  code,
  symbol,
  body,
  date,
  place,
  language,
}: Details): [term: string, value: string][] {
  return [
    [t('document.code'), code],
    [t('document.symbol'), symbol ?? ''],
    [t('document.body'), body ?? ''],
    [t('document.date'), date ? dateInWords(date) : ''],
    [t('document.where'), place ?? ''],
    [t('document.language'), languageInWords(language)],
  ].filter((pair): pair is [string, string] => pair[1] !== '')
}
