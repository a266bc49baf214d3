import type { Person } from '@/lib/people/queries'
import { listInWords, t } from '@/lib/platform/i18n'

/** Returns a person's organizations, "Ministry of Justice and UNODC (alternate)", or says that there is none. */
export function organizationsOf({ organizations }: Person) {
  const named = organizations.map(({ name, kind }) =>
    kind === 'alternate' ? t('people.asAlternate', { organization: name }) : name,
  )
  return listInWords(named) || t('people.noOrganization')
}
