import { type Code, t } from '@/lib/platform/i18n'

const known: readonly Code[] = [
  'not_invited',
  'sign_in_closed',
  'identity_unverified',
  'identity_other',
  'identity_taken',
  'link_used',
  'unexpected',
  'database_away',
  'database_busy',
  'disk_full',
]

/** The codes of next-auth itself, for which the page only says that the provider failed. */
const ofNextAuth = /^(CredentialsSignin|OAuth\w+|Callback|AccessDenied|Configuration|Verification|SessionRequired)$/

/** Returns whether a code may appear in a URL. The messages of exceptions may not. */
export const isKnownRefusal = (error: string) => ofNextAuth.test(error) || known.some((code) => code === error)

/** Returns why sign-in failed, from the code in the URL: one of ours, or one of next-auth's. */
export function wordsOf(error: string) {
  if (error === 'CredentialsSignin') return t('errors.sign_in_failed')
  return t(`errors.${known.find((code) => code === error) ?? 'provider_failed'}`)
}
