import { expect, test } from 'vitest'
import { addGroup } from '@/lib/organizations/add-group'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { referencesFor } from '@/lib/register/reference'
import { linesOf } from '../support/csv-lines'
import { assignmentsCsv, recommendationsCsv } from '../support/exported'
import { givenAssignment, people, valueIn } from '../support/given'

const one = { key: 'SALVADOR-2010-17.2', code: 'SALVADOR-2010' }

/** A document with an event after it: what pages show is read again after each event, and a test's own rows have none. */
async function givenDocument(name: string, given?: { archived: boolean }) {
  await givenAssignment(given)
  expect(await addGroup(people.chen, { name })).toMatchObject({ ok: true })
}

test('a key is short only while the reader can see no more than one document', async () => {
  await givenDocument('First', { archived: true })
  expect((await referencesFor(people.chen))(one)).toBe('17.2')

  await givenDocument('Second')
  expect((await referencesFor(people.dita))(one)).toBe('17.2')
  expect((await referencesFor(people.chen))(one)).toBe('SALVADOR-2010 17.2')

  await givenDocument('Third')
  expect((await referencesFor(people.dita))(one)).toBe('SALVADOR-2010 17.2')
})

test('every row of a sheet names its document, by its code and its title', async () => {
  const { recommendation } = await givenAssignment()
  const code = recommendation.key.slice(0, -'-1.1'.length)
  const filters = valueIn(readFilters(paramsOf({ document: code })))

  for (const sheet of [recommendationsCsv, assignmentsCsv]) {
    const [header = '', row = ''] = await linesOf(valueIn(await sheet(people.dita, filters)))
    expect(header).toMatch(/Key,Document,Document title,/)
    expect(row).toContain(`${recommendation.key},${code},Report,`)
  }
})
