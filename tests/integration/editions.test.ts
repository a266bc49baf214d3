import { beforeAll, expect, test } from 'vitest'
import { notesInText } from '@/lib/annotations/in-text'
import { findDocumentPart } from '@/lib/documents/document-part'
import { findDocument } from '@/lib/documents/queries'
import { shortKey } from '@/lib/domain/citation'
import { acceptAbove } from '@/lib/imports/accept-above'
import { confirmPlaces } from '@/lib/imports/confirm-places'
import { listDifferences } from '@/lib/imports/list-differences'
import { countsOfPlaces, listPlaces } from '@/lib/imports/list-places'
import { previewImport } from '@/lib/imports/preview-import'
import { publishImport } from '@/lib/imports/publish-import'
import { withdrawImport } from '@/lib/imports/withdraw-import'
import { db } from '@/lib/platform/db'
import { eventsOf, flawInHistory, givenPeople, people, valueIn } from '../support/given'
import { confirmAll, givenDraft, givenEditionImport, placesOf } from '../support/given-edition'
import { refusalOf } from '../support/refusal'

const { chen } = people

beforeAll(givenPeople)

/** Returns the recommendations in each paragraph, by the label of the paragraph. */
const keysByLabel = (document: Awaited<ReturnType<typeof findDocument>>) =>
  Object.fromEntries(
    document?.paragraphs.map(({ label, recommendations }) => [
      label,
      recommendations.map(({ key }) => shortKey(key, document.code)),
    ]) ?? [],
  )

test('a new edition says what is proposed for each recommendation and annotation', async () => {
  const { code } = await givenDraft()
  const { id, editionOf, candidates, paragraphs, comparison } = await givenEditionImport(code)
  expect(comparison?.paragraphs).toEqual({ same: 2, changed: 1, added: 1, removed: 1 })
  expect(paragraphs.map(({ was }) => was)).toEqual([
    { ordinal: 1, label: '1', same: true },
    undefined,
    { ordinal: 2, label: '2', same: true },
    { ordinal: 3, label: '3', same: false },
  ])
  const removed = valueIn(await listDifferences(chen, id, { kind: 'removed', limit: 50 })).items
  expect(removed).toEqual([{ was: { ordinal: 4, label: '4', text: expect.stringContaining('Donors') } }])
  expect(editionOf).toEqual({ code, title: 'Report', number: 1 })
  const places = await placesOf(id)
  expect(
    places.map(({ recommendation, annotation, state, was, quote, label }) => ({
      about: recommendation?.key ?? annotation?.beginning,
      state,
      was: was.label,
      label,
      quote,
    })),
  ).toEqual([
    {
      about: `${code}-1.2`,
      state: 'unchanged',
      was: '1',
      label: '1',
      quote: 'States should train judges in cooperation.',
    },
    { about: 'How many?', state: 'unchanged', was: '1', label: '1', quote: 'train judges' },
    {
      about: `${code}-2.1`,
      state: 'moved',
      was: '2',
      label: '3',
      quote: 'UNODC should publish a guide by the end of 2027.',
    },
    {
      about: `${code}-3.1`,
      state: 'changed',
      was: '3',
      label: '4',
      quote: 'The Secretariat should translate and print the guide in all languages of the Meeting.',
    },
    { about: `${code}-4.1`, state: 'gone', was: '4' },
  ])
  // Only the new paragraph has a candidate: the others are recommendations already.
  const found = candidates.map(({ paragraph, quote }) => ({ paragraph: paragraphs[paragraph - 1]?.label, quote }))
  expect(found).toEqual([{ paragraph: '2', quote: 'Experts should meet every year in Vienna.' }])
})

test('an edition is published once everything is decided, and the history proves it', async () => {
  const { code, annotationId } = await givenDraft()
  const { id } = await givenEditionImport(code)
  expect(refusalOf(await publishImport(chen, { id }))).toBe('places: edition_places_open')
  expect(valueIn(await confirmPlaces(chen, { importId: id, state: 'unchanged' }))).toEqual({ confirmed: 2 })
  expect(await countsOfPlaces(id)).toMatchObject({ unchanged: { all: 2, open: 0 }, gone: { all: 1, open: 1 } })
  expect(valueIn(await listPlaces(chen, id, { show: 'open', limit: 50 })).items).toHaveLength(3)
  await confirmAll(id)
  valueIn(await acceptAbove(chen, { importId: id, confidence: 0 }))
  expect(valueIn(await previewImport(chen, id)).keys).toEqual([`${code}-2.2`])

  const published = valueIn(await publishImport(chen, { id }))
  expect(published).toMatchObject({ state: 'published', published: { code, edition: 2 } })
  const document = await db.document.findUniqueOrThrow({
    where: { code },
    select: { id: true, recommendations: { select: { key: true }, orderBy: { key: 'asc' } } },
  })
  expect(document.recommendations.map(({ key }) => key)).toEqual(
    ['1.2', '2.1', '2.2', '3.1', '4.1'].map((path) => `${code}-${path}`),
  )
  const read = await findDocument(chen, code)
  expect(read).toMatchObject({ edition: 2, editions: [{ number: 1 }, { number: 2 }] })
  expect(keysByLabel(read)).toEqual({ 1: ['1.2'], 2: ['2.2'], 3: ['2.1'], 4: ['3.1'] })
  const { editionId = '' } = (await findDocumentPart(chen, code)) ?? {}
  expect(await notesInText(chen, editionId, 1, 9)).toMatchObject([
    { ordinal: 1, key: `${code}-1.2`, annotation: { id: annotationId, start: 48, end: 60 } },
  ])
  const first = await findDocument(chen, code, { edition: 1 })
  expect(keysByLabel(first)).toEqual({ 1: ['1.2'], 2: ['2.1'], 3: ['3.1'], 4: ['4.1'] })
  expect(await findDocument(chen, code, { edition: 3 })).toBeUndefined()
  const places = await db.place.findMany({
    where: { edition: { document: { code } } },
    select: { state: true, quote: true, recommendation: { select: { key: true } }, annotationId: true },
    orderBy: { id: 'asc' },
  })
  expect(places).toContainEqual({ state: 'unchanged', quote: 'train judges', recommendation: null, annotationId })
  expect(places).toContainEqual({
    state: 'gone',
    quote: null,
    recommendation: { key: `${code}-4.1` },
    annotationId: null,
  })
  expect((await eventsOf(document.id)).map(({ kind }) => kind)).toEqual([
    'document.added',
    'document.edition_published',
  ])
  expect(await flawInHistory()).toBeUndefined()
})

test('an edition is withdrawn while nobody has worked with it', async () => {
  const { code } = await givenDraft()
  const { id } = await givenEditionImport(code)
  await confirmAll(id)
  valueIn(await acceptAbove(chen, { importId: id, confidence: 0 }))
  valueIn(await publishImport(chen, { id }))
  expect(valueIn(await withdrawImport(chen, { id }))).toMatchObject({ state: 'withdrawn' })
  const document = await db.document.findUniqueOrThrow({
    where: { code },
    select: { archivedAt: true, recommendations: true, editions: { orderBy: { number: 'asc' } } },
  })
  expect(document).toMatchObject({
    archivedAt: null,
    editions: [{ withdrawnAt: null }, { withdrawnAt: expect.any(Date) }],
  })
  expect(document.recommendations).toHaveLength(4)
  expect(await flawInHistory()).toBeUndefined()
})
