import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { invalidField, ok } from '@/lib/platform/result'
import { pathsOfLabels } from './base-edition'
import { findImport } from './queries'

/**
 * Returns the ordinal of the paragraph of an import that a person names by its number as printed, after those of its
 * parents ("16 (a)"), or by "#" and its place in the text. Refusals: `import_forbidden`, `import_not_found`,
 * `paragraph_unknown`, `paragraph_ambiguous`.
 */
export async function paragraphCalled(actor: Actor, importId: string, called: string) {
  const found = await findImport(actor, importId)
  if (!found.ok) return found
  const rows = await db.importParagraph.findMany({
    where: { importId: found.value.id },
    select: { label: true, parent: true },
    orderBy: { ordinal: 'asc' },
  })
  const wanted = called.trim().replace(/\s+/gu, ' ')
  const place = /^#(\d{1,5})$/.exec(wanted)?.[1]
  const paths = pathsOfLabels(
    rows.map(({ label, parent }) => ({ label, parent: parent === null ? undefined : parent - 1 })),
  )
  const places = place === undefined ? placesOf(paths, wanted) : [Number(place)].filter((one) => one <= rows.length)
  const [ordinal] = places
  if (!ordinal) return invalidField('paragraph', 'paragraph_unknown', { label: wanted })
  return places.length > 1 ? invalidField('paragraph', 'paragraph_ambiguous', { label: wanted }) : ok(ordinal)
}

const placesOf = (paths: readonly string[], wanted: string) =>
  wanted === '' ? [] : paths.flatMap((path, place) => (path === wanted ? [place + 1] : []))
