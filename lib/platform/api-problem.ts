import { STATUS_CODES } from 'node:http'
import { type Code, t } from './i18n'

export const problemType = 'application/problem+json'

/** Returns a refusal that comes from no command, in the format of RFC 9457. */
export const problemOf = (status: number, code: Code) => ({
  title: STATUS_CODES[status],
  status,
  code,
  detail: t(`errors.${code}`),
})
