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

/**
 * Returns the details of a document besides its title and text, as pairs of a term and its value. Leaves out those
 * without a value.
 */
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
