import { type Code, words } from '@/lib/platform/i18n'

const known: readonly Code[] = [
  'not_invited',
  'sign_in_closed',
  'identity_unverified',
  'identity_other',
  'identity_taken',
  'link_used',
]

/** Why signing in didn't work, as the address says it: by a code of ours, or by one of next-auth's. */
export function wordsOf(error: string) {
  if (error === 'CredentialsSignin') return words('errors.sign_in_failed')
  return words(`errors.${known.find((code) => code === error) ?? 'provider_failed'}`)
}
