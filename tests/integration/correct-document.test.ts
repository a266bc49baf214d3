import { beforeAll, expect, test } from 'vitest'
import { archiveDocument } from '@/lib/documents/archive-document'
import { editDocument } from '@/lib/documents/edit-document'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { addDocument } from '@/lib/registration/add-document'
import { eventsOf, givenPeople, people } from '../support/given'
import { givenDocument, keysOf } from '../support/given-document'
import { answerOf, outsiders, refusal } from '../support/places'
import { refusalOf } from '../support/refusal'

const { amina, chen, faisal } = people

beforeAll(givenPeople)

test('the details of a published document are corrected, and the history says from what to what', async () => {
  const { id, code } = await givenDocument()
  const details = { title: 'The Report', symbol: null, date: '2026-04-14', body: 'Committee II', language: 'fr' }

  const edited = answerOf(await editDocument(chen, { code, version: 1, ...details }))

  expect(edited).toMatchObject({ code, title: 'The Report', date: '2026-04-14', body: 'Committee II', language: 'fr' })
  expect(edited.symbol).toBeUndefined()
  expect((await eventsOf(id)).at(-1)).toMatchObject({
    kind: 'document.edited',
    actorId: chen.id,
    body: {
      before: { title: 'Report', symbol: 'A/1', date: null, body: null, language: 'en' },
      after: { title: 'The Report', symbol: null, date: '2026-04-14', body: 'Committee II', language: 'fr' },
    },
  })
  expect(await keysOf(code)).toEqual([`${code}-17.1`])
})

test('an edit from an old page is a conflict that shows what is there; the same edit sent again succeeds', async () => {
  const { code } = await givenDocument()
  answerOf(await editDocument(faisal, { code, version: 1, place: 'Vienna' }))

  expect(await editDocument(chen, { code, version: 1, place: 'Geneva' })).toMatchObject({
    reason: 'conflict',
    code: 'document_changed',
    current: { place: 'Vienna', version: 2 },
  })
  expect(await editDocument(chen, { code, version: 1, place: 'Vienna' })).toMatchObject({ ok: true, changed: false })
})

test('a sentence or any other words become a recommendation; the keys of the others stay', async () => {
  const { code } = await givenDocument()

  const report = answerOf(await addRecommendation(chen, { code, paragraph: '17', start: 19, end: 40, kind: 'finding' }))
  const states = answerOf(await addRecommendation(chen, { code, paragraph: 1, words: ' should act. ', title: 'Act' }))
  const train = answerOf(await addRecommendation(chen, { code, paragraph: '(a)', start: 0, end: 9 }))

  expect(report).toMatchObject({ key: `${code}-17.2`, quote: '🌍 They should report.', kind: 'finding', version: 1 })
  expect(states).toMatchObject({ key: `${code}-17.1b`, quote: 'should act.', title: 'Act', kind: 'action' })
  expect(train).toMatchObject({ key: `${code}-17a.1`, quote: 'To train;' })
  expect(await keysOf(code)).toEqual([`${code}-17.1`, `${code}-17.1b`, `${code}-17.2`, `${code}-17a.1`])
})

test('of words that occur twice, those are quoted that are named by their place or their number', async () => {
  const { code } = await givenDocument()
  const quoted = { code, paragraph: 1, words: 'They should report.' }
  expect(refusalOf(await addRecommendation(chen, quoted))).toBe('occurrence: occurrence_missing')
  expect(answerOf(await addRecommendation(chen, { ...quoted, at: 41 })).key).toBe(`${code}-17.3`)
  expect(answerOf(await addRecommendation(chen, { ...quoted, occurrence: 1 })).key).toBe(`${code}-17.2`)
})

test('two clicks at once add one; two people at once get two keys', async () => {
  const { code } = await givenDocument()
  const one = { id: newId(), code, paragraph: 1, start: 19, end: 40 }

  const clicks = await Promise.all([addRecommendation(chen, one), addRecommendation(chen, one)])
  expect(clicks).toMatchObject([{ ok: true }, { ok: true }])

  const other = { code, paragraph: 1, end: 60 }
  const both = await Promise.all([
    addRecommendation(chen, { ...other, start: 41 }),
    addRecommendation(faisal, { ...other, start: 46 }),
  ])
  expect(both.map((result) => answerOf(result).key).sort()).toEqual([`${code}-17.3`, `${code}-17.3b`])
})

const refusals = [
  { rule: 'a paragraph that is not there', written: { paragraph: '99' }, code: 'paragraph: paragraph_unknown' },
  { rule: 'a stretch beyond the text', written: { end: 600 }, code: 'end: span_unreadable' },
  { rule: 'blank words', written: { start: 18, end: 19 }, code: 'end: span_unreadable' },
  {
    rule: 'words that are not there',
    written: { start: undefined, end: undefined, words: 'Ministers shall' },
    code: 'words: words_not_found',
  },
  { rule: 'a number of no words', written: { occurrence: 1 }, code: 'occurrence: occurrence_without_words' },
  { rule: 'words and a stretch', written: { words: 'States' }, code: 'words: span_named_twice' },
  { rule: 'words that are a recommendation', written: { start: 0, end: 18 }, code: 'recommendation_exists' },
  { rule: 'a field that does not exist', written: { themes: [] }, code: 'themes: field_unknown' },
]
for (const { rule, written, code } of refusals) {
  test(`${rule}: refused, and nothing is written`, async () => {
    const document = await givenDocument()
    const wanted = { code: document.code, paragraph: '17', start: 19, end: 40, ...written }
    expect(await refusal(addRecommendation, chen, wanted)).toMatchObject({ code, untouched: true })
  })
}

test('only who keeps the record corrects a document, and no archived one', async () => {
  const { code } = await givenDocument()
  const key = `${code}-17.1`
  const attempts = [
    [editDocument, { code, version: 1, title: 'Other' }],
    [addRecommendation, { code, paragraph: 1, start: 19, end: 40 }],
    [removeRecommendation, { key }],
  ] as const
  for (const [command, input] of attempts) {
    for (const actor of outsiders) expect(await refusal(command, actor, input)).toMatchObject({ reason: 'forbidden' })
  }
  answerOf(await archiveDocument(chen, { code }))
  for (const [command, input] of attempts) {
    expect(await refusal(command, chen, { ...input })).toMatchObject({ code: 'document_archived' })
    expect(await refusal(command, amina, input)).toMatchObject({ reason: 'not_found' })
  }
})

test('a paragraph that is part of too many others for a key is refused at its field', async () => {
  const { id, code } = await givenDocument()
  const edition = await db.edition.findFirstOrThrow({ where: { documentId: id }, select: { id: true } })
  let parentId: string | null = null
  for (let depth = 0; depth < 60; depth++) {
    const paragraph = { id: newId(), label: `section ${'x'.repeat(30)} ${depth}`, text: 'States should act.' }
    await db.paragraph.create({ data: { ...paragraph, editionId: edition.id, ordinal: 100 + depth, parentId } })
    parentId = paragraph.id
  }
  const added = await addRecommendation(chen, { code, id: newId(), paragraph: 159, start: 0, end: 18 })
  expect(refusalOf(added)).toBe('paragraph: paragraph_too_deep')
})

test('documents whose codes and labels run together get keys of their own, whichever comes first', async () => {
  const code = `C-${newId().toUpperCase()}`
  const add = (code: string, label: string) =>
    addDocument(chen, {
      code,
      id: newId(),
      title: 'Report',
      paragraphs: [{ label, text: 'States should act. States should report.' }],
      recommendations: [{ paragraph: 1, start: 0, end: 18 }],
    })
  answerOf(await add(code, '2.1'))
  answerOf(await add(`${code}-2`, '1'))
  expect([await keysOf(code), await keysOf(`${code}-2`)]).toEqual([[`${code}-2-1.1`], [`${code}-2-1.1b`]])

  const added = await addRecommendation(chen, { code, id: newId(), paragraph: '2.1', start: 0, end: 10 })
  expect(answerOf(added)).toMatchObject({ key: `${code}-2-1.1c` })
  answerOf(await removeRecommendation(chen, { key: `${code}-2-1.1` }))
  const again = await addRecommendation(chen, { code, id: newId(), paragraph: '2.1', start: 0, end: 18 })
  expect(answerOf(again)).toMatchObject({ key: `${code}-2-1.1d` })
})
