import { resolve } from 'node:path'
import { z } from 'zod'
import { isNetwork, ownNames } from './network'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** How long a pooler in front of the database keeps a connection for us. */
const poolings = ['session', 'transaction'] as const

/**
 * When pages are shown in the pseudo-language, which is made from English and shows whether pages can be translated.
 */
const pseudoLanguages = ['off', 'asked', 'always'] as const

/** Whether the process that answers requests does the background work too, or only `npm run worker` does. */
const jobs = ['here', 'worker'] as const

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535

const isAddress =
  (...schemes: string[]) =>
  (text: string) =>
    URL.canParse(text) && schemes.includes(new URL(text).protocol)

/** Returns whether an address uses HTTPS, or plain HTTP to this machine only. */
const isHttpsUnlessHere = (text: string) =>
  isAddress('https:')(text) || (isAddress('http:')(text) && ownNames.includes(new URL(text).hostname))

const isOrigin = (text: string) => isAddress('http:', 'https:')(text) && new URL(text).pathname === '/'

/** Returns whether an address names a bucket, with the key and the secret of its store. */
function isBucket(text: string) {
  if (!isAddress('http:', 'https:')(text)) return false
  const { username, password, pathname } = new URL(text)
  return username !== '' && password !== '' && /^\/[\w.-]+\/?$/.test(pathname)
}

function isTimeZone(name: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Returns a schema for a setting. `instead` says what to set if the value cannot be used. */
const setting = (test: (text: string) => boolean, instead: string) => z.string().trim().refine(test, instead)

const list = (text: string) => text.split(/[\s,]+/).filter(Boolean)

const Settings = z.object({
  PORT: setting(isPort, 'give a number from 1 to 65535, such as 3000').transform(Number).default(3000),
  HOST: setting(
    (text) => /^[\w.:-]+$/.test(text),
    'give an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  ).default('127.0.0.1'),
  DATABASE_URL: setting(
    isAddress('postgres:', 'postgresql:'),
    'give an address such as postgresql://user:password@host:5432/database, or leave it out for the embedded database',
  ).optional(),
  DATABASE_POOLING: z.enum(poolings, `give one of ${poolings.join(', ')}, or leave it out`).optional(),
  DATA_DIR: setting((text) => !text.includes('\0'), 'give the path of a folder, such as .data')
    .default('.data')
    .transform((path) => resolve(path)),
  STORAGE_URL: setting(
    isBucket,
    'give an address such as https://KEY:SECRET@s3.example.org/bucket?region=eu-central-1, or leave it out to keep files in DATA_DIR',
  ).optional(),
  CLAMD_SOCKET: setting(
    (text) => text.startsWith('/'),
    'give the path of the socket of clamd, such as /run/clamav/clamd.ctl, or leave it out if nothing scans files',
  ).optional(),
  NEXTAUTH_URL: setting(
    isOrigin,
    'give the address that people open, without a path, such as https://followthrough.example.org',
  ).optional(),
  NEXTAUTH_SECRET: setting(
    (text) => text.length >= 32,
    'give at least 32 characters that nobody can guess, such as `openssl rand -base64 32` prints',
  ).optional(),
  ADMIN_EMAIL: setting((text) => /^[^\s@]+@[^\s@]+$/.test(text), 'give an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().optional(),
  TIME_ZONE: setting(isTimeZone, 'give a name such as Europe/Vienna or UTC').default('UTC'),
  SILENT_AFTER: setting((text) => /^[1-9]\d{0,3}$/.test(text), 'give a number of days from 1 to 9999, such as 180')
    .transform(Number)
    .default(180),
  SMTP_URL: setting(
    isAddress('smtp:', 'smtps:'),
    'give an address such as smtps://user:password@mail.example.org',
  ).optional(),
  MAIL_FROM: setting(
    (text) => /^[^@\r\n]+@[^@\s]+$/.test(text),
    'give a sender such as Followthrough <no-reply@example.org>',
  ).default('Followthrough <followthrough@localhost>'),
  OIDC_ISSUER: setting(
    isHttpsUnlessHere,
    "give the provider's https address, such as https://login.example.org",
  ).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  TRUSTED_PROXIES: setting(
    (text) => list(text).every(isNetwork),
    'give addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8',
  )
    .default('127.0.0.1, ::1')
    .transform(list),
  RATE_LIMIT: setting(
    (text) => /^\d{1,9}$/.test(text),
    'give how many points a person may spend in a minute, such as 6000, or 0 for no limit',
  )
    .transform(Number)
    .default(6000),
  JOBS: z.enum(jobs, `give one of ${jobs.join(', ')}`).default('here'),
  PSEUDO_LANGUAGE: z.enum(pseudoLanguages, `give one of ${pseudoLanguages.join(', ')}`).default('off'),
  LOG_LEVEL: z.enum(logLevels, `give one of ${logLevels.join(', ')}`).default('info'),
})

export type Environment = z.infer<typeof Settings>

/** Settings that have an effect only together. */
const together = [
  ['ADMIN_EMAIL', 'ADMIN_PASSWORD'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const

/** Thrown with a list of all settings that cannot be used, and what to set instead. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** Reads the settings by the names of their environment variables. Ignores blank ones. Throws a SettingsError. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, text]) => text?.trim()))
  const parsed = Settings.safeParse(given)

  const unusable = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`) ?? []
  const incomplete = together.flatMap((names) => {
    const missing = names.filter((name) => !(name in given))
    if (missing.length === 0 || missing.length === names.length) return []
    return [`${missing.join(' and ')}: needed beside ${names.filter((name) => name in given).join(' and ')}.`]
  })

  const wrong = [...unusable, ...incomplete]
  if (!parsed.success || wrong.length > 0) {
    throw new SettingsError(`These settings, of the environment or of .env, can't be used:\n  ${wrong.join('\n  ')}`)
  }
  return parsed.data
}
