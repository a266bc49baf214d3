import { STATUS_CODES } from 'node:http'
import { type Code, t } from './i18n'

export const problemType = 'application/problem+json'

/** A refusal that no command has made, as RFC 9457 has it. */
export const problemOf = (status: number, code: Code) => ({
  title: STATUS_CODES[status],
  status,
  code,
  detail: t(`errors.${code}`),
})
