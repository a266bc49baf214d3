import { t } from '@/lib/platform/i18n'
import type { Result } from '@/lib/platform/result'

/** How a command refused: `assign_forbidden`, or field by field `title: title_missing`. Each code has been put to words. */
export function refusalOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('It was not refused.')
  const refusals = result.reason === 'invalid' ? result.errors : [{ ...result, field: '' }]
  return refusals
    .map(({ field, code, params }) => {
      const said = t(`errors.${code}`, params)
      if (said === `errors.${code}`) throw new Error(`"${code}" can't be put to words with ${JSON.stringify(params)}.`)
      return field ? `${field}: ${code}` : code
    })
    .join(', ')
}
