import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { notesInText } from '@/lib/annotations/in-text'
import { findDocumentPart } from '@/lib/documents/document-part'
import { acceptAbove } from '@/lib/imports/accept-above'
import { publishImport } from '@/lib/imports/publish-import'
import { withdrawImport } from '@/lib/imports/withdraw-import'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { findRemoved } from '@/lib/recommendations/find-removed'
import { linkRecommendation } from '@/lib/relations/link-recommendation'
import { unlinkRecommendation } from '@/lib/relations/unlink-recommendation'
import { flawInHistory, givenPeople, people, valueIn } from '../support/given'
import { confirmAll, givenDraft, givenEditionImport } from '../support/given-edition'
import { givenReviewed } from '../support/given-import'
import { refusalOf } from '../support/refusal'
import { openSession, untilHeld } from '../support/session'

const { chen } = people

beforeAll(givenPeople)

test('a recommendation that is added while an edition is being published is not left out of it', async () => {
  const { code } = await givenDraft()
  const { id } = await givenEditionImport(code)
  await confirmAll(id)
  const session = await openSession()
  await session.run('select from imports where id = $1 for update', [id])
  const publishing = publishImport(chen, { id })
  await untilHeld(1)
  valueIn(await addRecommendation(chen, { code, paragraph: '2', words: 'publish a guide' }))
  await session.end('rollback')
  expect(refusalOf(await publishing)).toBe('places: edition_places_open')
  expect(refusalOf(await publishImport(chen, { id }))).toBe('places: edition_places_open')
  await confirmAll(id)
  valueIn(await publishImport(chen, { id }))
})

test('after a new edition, an annotation stands where its words are in the current text', async () => {
  const { code } = await givenDraft()
  const { id } = await givenEditionImport(code)
  await confirmAll(id)
  valueIn(await publishImport(chen, { id }))
  const noted = async (path: string, about: object) => {
    const note = valueIn(await annotate(chen, { key: `${code}-${path}`, body: JSON.stringify(about), ...about }))
    return { start: note.start, edition: note.edition, words: note.words }
  }
  expect(await noted('2.1', { words: 'publish a guide' })).toEqual({ start: 13, edition: 2, words: 'publish a guide' })
  expect(await noted('2.1', { start: 13, end: 20 })).toEqual({ start: 13, edition: 2, words: 'publish' })
  expect(await noted('3.1', { words: 'and print' })).toEqual({ start: 33, edition: 2, words: 'and print' })
  expect(await noted('3.1', { edition: 2, start: 33, end: 36 })).toEqual({ start: 33, edition: 2, words: 'and' })
  expect(await noted('3.1', { edition: 1, start: 33, end: 36 })).toEqual({ start: 33 })
  expect(await noted('3.1', { words: 'into all' })).toEqual({ start: 43 })
  expect(await noted('4.1', { words: 'Donors' })).toEqual({ start: 0 })
  const wrong = { key: `${code}-3.1`, body: 'No.', words: 'nowhere' }
  expect(refusalOf(await annotate(chen, wrong))).toBe('words: words_not_found')
  expect(refusalOf(await annotate(chen, { ...wrong, words: 'guide', edition: 3 }))).toBe('words: words_not_found')

  const { editionId = '' } = (await findDocumentPart(chen, code)) ?? {}
  const beside = await notesInText(chen, editionId, 1, 9)
  expect(beside.map(({ ordinal, annotation }) => `${ordinal} ${annotation.body}`)).toEqual([
    '1 How many?',
    '3 {"words":"publish a guide"}',
    '3 {"start":13,"end":20}',
    '4 {"words":"and print"}',
    '4 {"edition":2,"start":33,"end":36}',
  ])
  expect(await flawInHistory()).toBeUndefined()
})

test('an edition is not withdrawn once one of its recommendations is linked, so that no link is lost', async () => {
  const { code } = await givenDraft()
  const { id } = await givenEditionImport(code)
  await confirmAll(id)
  valueIn(await acceptAbove(chen, { importId: id, confidence: 0 }))
  valueIn(await publishImport(chen, { id }))
  const link = { key: `${code}-1.2`, to: `${code}-2.2`, relation: 'repeats' }
  valueIn(await linkRecommendation(chen, link))
  expect(refusalOf(await withdrawImport(chen, { id }))).toBe('edition_in_use')
  valueIn(await unlinkRecommendation(chen, { key: link.key, to: link.to }))
  valueIn(await withdrawImport(chen, { id }))
})

test('an annotation on words that is added while an edition is being published gets its place there', async () => {
  const { code } = await givenDraft()
  const { id } = await givenEditionImport(code)
  await confirmAll(id)
  const session = await openSession()
  await session.run('select from documents where code = $1 for update', [code])
  const publishing = publishImport(chen, { id })
  await untilHeld(1)
  const annotating = annotate(chen, { key: `${code}-2.1`, body: 'Which guide?', words: 'publish a guide' })
  await untilHeld(2)
  await session.end('rollback')
  valueIn(await publishing)
  expect(valueIn(await annotating)).toMatchObject({ edition: 2, words: 'publish a guide' })
})

test('after an edition was withdrawn, what it had made is told so, and the first import can be withdrawn too', async () => {
  const { id: first, code } = await givenReviewed()
  valueIn(await publishImport(chen, { id: first, code }))
  const { id } = await givenEditionImport(code)
  await confirmAll(id)
  valueIn(await acceptAbove(chen, { importId: id, confidence: 0 }))
  valueIn(await publishImport(chen, { id }))
  valueIn(await withdrawImport(chen, { id }))
  expect(await findRemoved(chen, `${code}-2.2`)).toMatchObject({ withdrawn: 'edition' })
  valueIn(await withdrawImport(chen, { id: first }))
  expect(await findRemoved(chen, `${code}-2.2`)).toMatchObject({ withdrawn: 'edition' })
  expect(await findRemoved(chen, `${code}-1.2`)).toMatchObject({ withdrawn: 'import' })
  expect(await flawInHistory()).toBeUndefined()
})
