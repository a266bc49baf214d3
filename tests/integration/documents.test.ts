import { beforeAll, expect, test } from 'vitest'
import { archiveDocument } from '@/lib/documents/archive-document'
import { findDocument, listDocuments } from '@/lib/documents/queries'
import { restoreDocument } from '@/lib/documents/restore-document'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { addDocument } from '@/lib/registration/add-document'
import { seed } from '@/prisma/seed/seed'
import { eventsOf, givenPeople, people } from '../support/given'
import { answerOf, outsiders, refusal } from '../support/places'
import { document, freshCode, text } from '../support/sample-document'

const { amina, chen, dita, faisal } = people

beforeAll(givenPeople)

test('a document is kept letter for letter, with its recommendations in their places', async () => {
  const given = document()

  const added = answerOf(await addDocument(chen, given))

  const { code } = given
  expect(added).toMatchObject({
    code,
    title: given.title,
    symbol: 'A/1/2',
    date: '2026-04-14',
    place: 'Vienna',
    language: 'en',
    counts: { unassigned: 3, noted: 1 },
    paragraphs: [
      { ordinal: 1, label: '17', heading: 'Conclusions', text },
      { ordinal: 2, label: '(a)', parent: '17', parentOrdinal: 1, text: 'To train;' },
      { ordinal: 3, label: '(i)', parent: '(a)', parentOrdinal: 2, text: 'To  keep “every” sign…' },
      { ordinal: 4, label: '17', text: 'Another of the same name.' },
    ],
  })
  expect(added.paragraphs.flatMap(({ recommendations }) => recommendations)).toEqual([
    { key: `${code}-17.1`, start: 0, end: 18, title: 'Act', kind: 'action', status: 'unassigned' },
    { key: `${code}-17.3`, start: 32, end: 53, title: 'Report', kind: 'finding', status: 'noted' },
    { key: `${code}-17a.1`, start: 3, end: 8, title: 'Train', kind: 'action', status: 'unassigned' },
    {
      key: `${code}-17ai.1`,
      start: 0,
      end: 22,
      title: 'Keep “every” sign…',
      kind: 'action',
      status: 'unassigned',
    },
  ])
  expect(await db.recommendation.findUnique({ where: { key: `${code}-17.3` } })).toMatchObject({
    quote: '🌍 They should report.',
  })
})

test('a label above its parts needs no text of its own', async () => {
  const { code, ...given } = document()
  const paragraphs = [{ label: '16' }, { label: '(a)', text: 'States should act.', parent: '16' }]
  const recommendations = [{ paragraph: 2, start: 0, end: 18 }]

  const added = answerOf(await addDocument(chen, { ...given, code, paragraphs, recommendations }))

  expect(added.paragraphs).toMatchObject([
    { label: '16', text: '' },
    { label: '(a)', parent: '16' },
  ])
  expect(added.paragraphs[1]?.recommendations[0]?.key).toBe(`${code}-16a.1`)
})

test('what is named by its text is cited by that name', async () => {
  const { code, ...given } = document()
  const paragraphs = [{ label: 'Recommendation 1', text: 'The Board should act.' }]
  const recommendations = [{ paragraph: 1, start: 0, end: 21 }]
  answerOf(await addDocument(chen, { ...given, code, paragraphs, recommendations }))
  const found = await findRecommendationInFull(chen, `${code}-recommendation1.1`)
  expect(found).toMatchObject({ citation: 'Report of a committee, A/1/2, 14 April 2026, Recommendation 1' })
})

test('in a citation a title from right to left keeps its place', async () => {
  const { code, paragraphs: _, ...given } = { ...document(), title: 'تقرير اللجنة' }
  const recommendations = [{ paragraph: 1, start: 0, end: 18 }]
  const paragraphs = [{ label: '1', text: 'States should act.' }]
  answerOf(await addDocument(chen, { ...given, code, paragraphs, recommendations }))
  const found = await findRecommendationInFull(chen, `${code}-1.1`)
  expect(found).toMatchObject({ citation: '\u2068تقرير اللجنة\u2069, A/1/2, 14 April 2026, para. 1' })
})

test('the history says that it was added, and each of its recommendations', async () => {
  const id = newId()
  const { code, ...given } = document()
  await addDocument(faisal, { ...given, id, code: ` ${code.toLowerCase()} ` })

  expect(await eventsOf(id)).toMatchObject([
    { kind: 'document.added', actorId: faisal.id, body: { after: { code, paragraphs: 4, recommendations: 4 } } },
  ])
  const first = await db.recommendation.findUniqueOrThrow({ where: { key: `${code}-17.1` } })
  expect(await eventsOf(first.id)).toMatchObject([{ kind: 'recommendation.added', body: { after: { title: 'Act' } } }])
})

test('a double click adds one, and both clicks succeed; other words under the same id are refused', async () => {
  const click = { id: newId(), ...document() }

  const results = await Promise.all([addDocument(chen, click), addDocument(chen, click)])

  expect(results).toMatchObject([
    { ok: true, value: { code: click.code } },
    { ok: true, value: { code: click.code } },
  ])
  expect(await eventsOf(click.id)).toHaveLength(1)
  const other = { ...click, title: 'Another report' }
  expect(await refusal(addDocument, chen, other)).toMatchObject({ code: 'document_sent_before', untouched: true })
})

test('two who give the same code at once: one of them is told', async () => {
  const code = freshCode()

  const results = await Promise.all([addDocument(chen, document(code)), addDocument(faisal, document(code))])

  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok && result.code === 'document_exists')).toHaveLength(1)
})

test('two documents under the same id at once: one is added, and the other is a conflict', async () => {
  const id = newId()
  const results = await Promise.all([1, 2].map(() => addDocument(chen, { ...document(), id })))
  expect(results.map((result) => result.ok || result.code).sort()).toEqual(['document_sent_before', true])
})

const commands = [
  { command: addDocument, input: () => document() },
  { command: archiveDocument, input: (code: string) => ({ code }) },
  { command: restoreDocument, input: (code: string) => ({ code }) },
]
for (const { command, input } of commands) {
  test(`only who keeps the record may: ${command.name}`, async () => {
    const { code } = answerOf(await addDocument(chen, document()))
    for (const actor of outsiders) {
      const refused = { code: 'document_forbidden', reason: 'forbidden', untouched: true }
      expect(await refusal(command, actor, input(code))).toEqual(refused)
    }
  })
}

test('an archived document is there for coordinators and administrators only, until it is restored', async () => {
  const id = newId()
  const { code } = answerOf(await addDocument(chen, { id, ...document() }))
  const codes = async (actor = chen, archived = false) =>
    (await listDocuments(actor, { archived, limit: 200 })).items.map((item) => item.code)

  expect(await archiveDocument(chen, { code })).toMatchObject({
    ok: true,
    value: { code, archivedAt: expect.any(String) },
  })
  expect(await archiveDocument(faisal, { code })).toMatchObject({ ok: true, changed: false })
  expect(await findDocument(amina, code)).toBeUndefined()
  expect(await refusal(restoreDocument, dita, { code })).toMatchObject({ code: 'document_not_found' })
  expect(await findDocument(chen, code)).toMatchObject({ archivedAt: expect.any(String) })
  expect(await codes()).not.toContain(code)
  expect(await codes(chen, true)).toContain(code)
  expect(await codes(amina, true)).not.toContain(code)
  expect(await addDocument(chen, document(code))).toMatchObject({ ok: false, code: 'document_code_archived' })

  expect(await restoreDocument(chen, { code })).toMatchObject({ ok: true, value: { code, version: 3 } })
  expect(await findDocument(amina, code)).toBeDefined()
  expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual([
    ...['document.added', 'document.archived', 'document.restored'],
  ])
})

test('the list begins with the newest, counts, searches, and goes on where a page ended', async () => {
  await db.$executeRaw`update documents set archived_at = now()`
  await seed()
  for (const date of ['2026-01-01', '2026-03-01', '2026-02-01']) {
    const title = `List 100% ${date}`
    answerOf(await addDocument(chen, { ...document(), title, date }))
  }

  const first = await listDocuments(amina, { limit: 3 })
  expect(first).toMatchObject({
    total: 4,
    items: [{ date: '2026-03-01', paragraphs: 4, recommendations: 4, counts: { unassigned: 3, noted: 1 } }, {}, {}],
  })
  const second = await listDocuments(amina, { limit: 3, after: first.next ?? '' })
  expect(second).toMatchObject({ items: [{ code: 'SALVADOR-2010', recommendations: 10 }], next: null })
  expect(await listDocuments(amina, { q: 'salvador' })).toMatchObject({ total: 1 })
  expect(await listDocuments(amina, { q: '100% 2026-02' })).toMatchObject({ total: 1 })
  expect(await listDocuments(amina, { q: '100_' })).toMatchObject({ total: 0 })
  expect(await listDocuments(amina, { after: 'nonsense' })).toMatchObject({ total: 4 })
})
