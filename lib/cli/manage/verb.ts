import type { ParseArgsConfig } from 'node:util'
import type { Environment } from '@/lib/platform/environment'
import { t } from '@/lib/platform/i18n'
import type { Result } from '@/lib/platform/result'
import { Problem } from '../problem'

type Option = { type: 'string' | 'boolean'; multiple?: boolean; says: string }

/** The options given on the command line, for a command to parse. */
export type Given = Record<string, unknown>

/**
 * One action of `npm run manage -- <noun> <verb>`. Its result is printed on standard output. Modules that read the
 * settings or the database must be imported within `run`, because the settings are not known earlier.
 */
export type Verb = {
  says: string
  options?: Record<string, Option>
  /** What follows the name of the action without an option, such as a file. Given under this name. */
  argument?: string
  /** Whether the action works without the database. */
  offline?: true
  run(given: Given, settings: Environment): Promise<string>
}

export const parseOptions = ({ options = {} }: Verb): ParseArgsConfig['options'] => ({
  ...Object.fromEntries(Object.entries(options).map(([name, { says: _, ...option }]) => [name, option])),
  help: { type: 'boolean', short: 'h' },
})

/** Returns the value of a command's result, or throws its refusal in words. */
export function granted<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const errors = result.reason === 'invalid' ? result.errors : []
  const fields = errors.map(({ field, code, params }) => `${field}: ${t(`errors.${code}`, params)}`)
  throw new Problem(fields.join('\n') || t(`errors.${result.code}`, result.params))
}
