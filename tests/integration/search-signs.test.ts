import { beforeAll, expect, test } from 'vitest'
import { listOrganizations } from '@/lib/organizations/queries'
import { listPeople } from '@/lib/people/queries'
import { newId } from '@/lib/platform/id'
import { addDocument } from '@/lib/registration/add-document'
import { givenPeople, people } from '../support/given'
import { givenPerson } from '../support/given-person'
import { listed } from '../support/listed'
import { answerOf, givenOrganization } from '../support/places'

const { chen } = people

const texts = [
  "O'Brien asked 1,200 prisons.",
  'O’Brien asked 1 200 prisons.',
  'OBrien asked 1200 prisons.',
  'OBrien asked 1.200 prisons.',
  'States received 13,200 requests of B. Rien, and 120 0 others.',
]
const code = `SIGNS-${newId().toUpperCase()}`

beforeAll(async () => {
  await givenPeople()
  const paragraphs = texts.map((text, place) => ({ label: `${place + 1}`, text }))
  const recommendations = texts.map((text, place) => ({ paragraph: place + 1, start: 0, end: text.length }))
  answerOf(await addDocument(chen, { code, title: 'Report', language: 'en', paragraphs, recommendations }))
})

const typed = ['obrien', "o'brien", 'O’Brien', '1200', '1,200', '1 200', '1.200', '"1,200"', 'obrien "1200 prisons"']
test.each(typed)('a search for %s finds the word with and without its sign, and not within another one', async (q) => {
  expect(await listed.recommendations({ q, document: code })).toBe(4)
})

test('organizations and people are found with and without the apostrophe and the hyphen', async () => {
  const { id } = await givenPerson({ name: 'Siobhán O’Brien-Smith' })
  const { slug } = await givenOrganization({ name: "Women's Co-operation Agency" })
  for (const q of ["o'brien", 'obrien', 'O’BRIEN SMITH', 'obriensmith', 'siobhan o’brien-smith']) {
    expect(
      (await listPeople(chen, { q })).items.map((one) => one.id),
      q,
    ).toContain(id)
  }
  for (const q of ['womens', 'womens cooperation', 'co-operation agency']) {
    expect(
      (await listOrganizations(chen, { q })).items.map((one) => one.slug),
      q,
    ).toEqual([slug])
  }
})
