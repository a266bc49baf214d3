import 'server-only'
import { db } from '@/lib/platform/db'
import { findCandidates } from '@/lib/suggestions/find-candidates'
import type { StoredAddressee } from './candidate-shape'
import type { Candidate, Reading } from './reading'

/** Returns the sentences of a text that may be recommendations, linked to the organizations and themes of the register. */
export async function suggestCandidates({ paragraphs, inText, ...file }: Reading): Promise<Candidate[]> {
  const { language, date } = { ...inText, ...file }
  const { parties, sortOf } = await partiesToLink()
  const themes = await knownThemes()
  const found = await findCandidates(paragraphs, { language, date, organizations: parties, themes })
  return found.map(({ addressees, ...candidate }) => ({
    ...candidate,
    addressees: addressees.slice(0, mostAddressees).map(
      ({ name, organization: id, match }): StoredAddressee => ({
        name: name.slice(0, longestName),
        match,
        ...(id !== undefined && { [`${sortOf.get(id) ?? 'organization'}Id`]: id }),
      }),
    ),
  }))
}

/** The limits of what a person may enter. */
const mostAddressees = 50
const longestName = 300

/** Returns the organizations and groups to which addressees can be linked. */
async function partiesToLink() {
  const select = { id: true, slug: true, name: true } as const
  const organizations = await db.organization.findMany({ where: { archivedAt: null, mergedIntoId: null }, select })
  const groups = await db.group.findMany({ select })
  const sortOf = new Map<string, 'organization' | 'group'>()
  for (const { id } of organizations) sortOf.set(id, 'organization')
  for (const { id } of groups) sortOf.set(id, 'group')
  const parties = [...organizations, ...groups].map(({ id, slug, name }) => ({ id, name, acronym: slug }))
  return { parties, sortOf }
}

async function knownThemes(): Promise<string[]> {
  const themes = await db.recommendationTheme.groupBy({ by: ['key'], _min: { theme: true } })
  return themes.flatMap(({ _min: { theme } }) => (theme === null ? [] : [theme]))
}
