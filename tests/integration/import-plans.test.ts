import { expect, test } from 'vitest'
import { findSection, listCandidates } from '@/lib/imports/contents'
import { findImport, sectionsOfImport } from '@/lib/imports/queries'
import { readImports } from '@/lib/imports/read-imports'
import { receiveText } from '@/lib/imports/receive-import'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenPeople, people, valueIn } from '../support/given'

/** Imports a text of 1,000 paragraphs with two suggestions each. */
async function givenLarge() {
  const paragraph = (_: unknown, place: number) => `${place + 1}. States should train judges. UNODC should help.`
  const text = [...Array.from({ length: 1_000 }, paragraph), `Reference ${newId()}`].join('\n\n')
  const { id } = valueIn(await receiveText(people.chen, { text }))
  await readImports()
  return id
}

test('sections open quickly also if the statistics of the database are older than the import', async () => {
  await givenPeople()
  await givenLarge()
  await db.$executeRaw`analyze import_paragraphs, import_candidates`
  const id = await givenLarge()

  const began = performance.now()
  const sections = await sectionsOfImport(valueIn(await findImport(people.chen, id)))
  const one = valueIn(await findSection(people.chen, id, 2))
  const page = valueIn(await listCandidates(people.chen, id, { section: 2, limit: 200 }))
  expect(sections.reduce((sum, { suggested, offered }) => sum + suggested + offered, 0)).toBeGreaterThanOrEqual(2_000)
  expect(page.items).toEqual(one.candidates)
  expect(performance.now() - began).toBeLessThan(4_000)
})
