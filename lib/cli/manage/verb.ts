import type { ParseArgsConfig } from 'node:util'
import type { Environment } from '@/lib/platform/environment'
import { t } from '@/lib/platform/i18n'
import type { Result } from '@/lib/platform/result'
import { Problem } from '../problem'

type Option = { type: 'string' | 'boolean'; multiple?: boolean; says: string }

/** What was given on the command line, by option: for a command to parse. */
export type Given = Record<string, unknown>

/**
 * One thing that `npm run manage -- <noun> <verb>` does. Its answer is printed on standard output. Whatever reads the
 * settings or the database is imported within `run`: only then are they known.
 */
export type Verb = {
  says: string
  options?: Record<string, Option>
  /** It does without the database. */
  offline?: true
  run(given: Given, settings: Environment): Promise<string>
}

export const parseOptions = ({ options = {} }: Verb): ParseArgsConfig['options'] => ({
  ...Object.fromEntries(Object.entries(options).map(([name, { says: _, ...option }]) => [name, option])),
  help: { type: 'boolean', short: 'h' },
})

/** The value of a command's result, or its refusal in words. */
export function granted<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const errors = result.reason === 'invalid' ? result.errors : []
  const fields = errors.map(({ field, code, params }) => `${field}: ${t(`errors.${code}`, params)}`)
  throw new Problem(fields.join('\n') || t(`errors.${result.code}`, result.params))
}
