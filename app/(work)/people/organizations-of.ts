import type { Person } from '@/lib/people/queries'
import { listInWords, words } from '@/lib/platform/i18n'

/** "Ministry of Justice and UNODC (alternate)", or that there is none. */
export function organizationsOf({ organizations }: Person) {
  const named = organizations.map(({ name, kind }) =>
    kind === 'alternate' ? words('people.asAlternate', { organization: name }) : name,
  )
  return listInWords(named) || words('people.noOrganization')
}
