import { t } from '@/lib/platform/i18n'
import type { Result } from '@/lib/platform/result'

/**
 * Returns the code of a refusal, `assign_forbidden`, or the codes of its fields, `title: title_missing`. Fails if a
 * code has no message.
 */
export function refusalOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('It was not refused.')
  const refusals = result.reason === 'invalid' ? result.errors : [{ ...result, field: '' }]
  return refusals
    .map(({ field, code, params }) => {
      const input = t(`errors.${code}`, params)
      if (input === `errors.${code}`) throw new Error(`"${code}" can't be put to words with ${JSON.stringify(params)}.`)
      return field ? `${field}: ${code}` : code
    })
    .join(', ')
}
