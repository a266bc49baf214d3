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

/** Next-auth's own, of which the page says only that the provider failed. */
const ofNextAuth = /^(CredentialsSignin|OAuth\w+|Callback|AccessDenied|Configuration|Verification|SessionRequired)$/

/** A code that may stand in an address: what an exception says may not. */
export const isKnownRefusal = (error: string) => ofNextAuth.test(error) || known.some((code) => code === error)

/** Why signing in didn't work, as the address says it: by a code of ours, or by one of next-auth's. */
export function wordsOf(error: string) {
  if (error === 'CredentialsSignin') return t('errors.sign_in_failed')
  return t(`errors.${known.find((code) => code === error) ?? 'provider_failed'}`)
}
