import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { GET as linked } from '@/app/api/v1/documents/[code]/annotations/route'
import { annotate } from '@/lib/annotations/annotate'
import { notesInText } from '@/lib/annotations/in-text'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { archiveDocument } from '@/lib/documents/archive-document'
import { findDocumentPart } from '@/lib/documents/document-part'
import { findInText } from '@/lib/documents/find-in-text'
import { call } from '../support/api'
import { givenPeople, organizations, people, valueIn } from '../support/given'
import { givenDocument } from '../support/given-document'

const { amina, bruno, chen, dita } = people

beforeAll(givenPeople)

/** What the Web Annotation Data Model demands of a collection, its pages and their annotations. */
const Selectors = z.tuple([
  z.strictObject({ type: z.literal('TextPositionSelector'), start: z.int().min(0), end: z.int().min(1) }),
  z.strictObject({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() }),
])
const WebAnnotation = z.strictObject({
  id: z.string().startsWith('urn:uuid:'),
  type: z.literal('Annotation'),
  motivation: z.enum(['commenting', 'replying']),
  creator: z.strictObject({ id: z.url(), type: z.literal('Person'), name: z.string() }),
  created: z.iso.datetime(),
  modified: z.iso.datetime().optional(),
  audience: z.strictObject({ type: z.literal('schema:Audience'), 'schema:audienceType': z.string() }),
  body: z.strictObject({
    type: z.literal('TextualBody'),
    value: z.string().min(1),
    format: z.literal('text/markdown'),
  }),
  target: z.union([z.string().startsWith('urn:uuid:'), z.strictObject({ source: z.url(), selector: Selectors })]),
})
const page = {
  id: z.url(),
  type: z.literal('AnnotationPage'),
  partOf: z.url(),
  next: z.url().optional(),
  items: z.array(WebAnnotation),
}
const context = z.literal('http://www.w3.org/ns/anno.jsonld')
const Page = z.strictObject({ '@context': context, ...page })
const Collection = z.strictObject({
  '@context': context,
  id: z.url(),
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: z.int(),
  first: z.strictObject(page),
})

async function givenAnnotated() {
  const { code } = await givenDocument()
  const key = `${code}-17.1`
  const first = valueIn(await annotate(amina, { key, body: 'On the whole.' }))
  const span = valueIn(await annotate(amina, { key, body: 'On **words**.', start: 21, end: 40, audience: 'public' }))
  const reply = valueIn(await annotate(chen, { key, body: 'Indeed.', parent: first.id }))
  return { code, key, first, span, reply }
}

const collectionFor = async (code: string, as: 'amina' | 'bruno' | 'chen' | 'dita', query = '') => {
  const answer = await call(linked, { code }, { as, query })
  return answer.body
}

test('the annotations of a document are a collection of the Web Annotation Data Model', async () => {
  const { code, first, span, reply } = await givenAnnotated()
  const collection = Collection.parse(await collectionFor(code, 'dita'))
  expect(collection.total).toBe(3)
  const byId = new Map(collection.first.items.map((one) => [one.id, one]))
  expect(byId.get(`urn:uuid:${first.id}`)).toMatchObject({
    motivation: 'commenting',
    body: { value: 'On the whole.' },
    target: {
      source: expect.stringMatching(`/documents/${code}\\?to=17#17$`),
      selector: [
        { start: 0, end: 18 },
        { exact: 'States should act.', prefix: '', suffix: ' 🌍 They should report. They shou' },
      ],
    },
  })
  expect(byId.get(`urn:uuid:${span.id}`)).toMatchObject({
    audience: { 'schema:audienceType': 'public' },
    target: {
      selector: [
        { start: 21, end: 40 },
        { exact: 'They should report.', prefix: 'States should act. 🌍 ' },
      ],
    },
  })
  expect(byId.get(`urn:uuid:${reply.id}`)).toMatchObject({ motivation: 'replying', target: `urn:uuid:${first.id}` })
})

test('its pages follow each other, and say what they are', async () => {
  const { code, key } = await givenAnnotated()
  for (let count = 0; count < 100; count++) valueIn(await annotate(amina, { key, body: `Note ${count}` }))
  const { total, first } = Collection.parse(await collectionFor(code, 'amina'))
  const second = Page.parse(await collectionFor(code, 'amina', new URL(first.next ?? '').search.slice(1)))
  expect(second.next).toBeUndefined()
  expect(total).toBe(103)
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(103)
  const again = Page.parse(await collectionFor(code, 'amina', new URL(first.id).search.slice(1)))
  expect(again.items).toEqual(first.items)
})

test('what a reader may not read is in neither the collection nor the text', async () => {
  const { code, key, span } = await givenAnnotated()
  const organization = organizations.health.slug
  const own = valueIn(await annotate(chen, { key, body: 'Ours.', audience: 'organization', organization }))
  valueIn(await withdrawAnnotation(amina, { id: span.id }))

  const idsFor = async (as: 'amina' | 'bruno') =>
    Collection.parse(await collectionFor(code, as)).first.items.map(({ id }) => id)
  expect(await idsFor('amina')).toContain(`urn:uuid:${own.id}`)
  expect(await idsFor('bruno')).not.toContain(`urn:uuid:${own.id}`)
  expect(await idsFor('amina')).not.toContain(`urn:uuid:${span.id}`)

  const document = await findDocumentPart(amina, code)
  const notesFor = async (actor: typeof amina) =>
    (await notesInText(actor, document?.editionId ?? '', 1, 2)).map(({ annotation, answers }) => [
      annotation.body,
      answers,
    ])
  expect(await notesFor(amina)).toEqual([
    ['On the whole.', 1],
    ['Ours.', 0],
  ])
  expect(await notesFor(bruno)).toEqual([['On the whole.', 1]])

  valueIn(await archiveDocument(chen, { code }))
  expect(await call(linked, { code }, { as: 'dita' })).toMatchObject({ status: 404 })
})

test('words are found in the whole text, whatever their case and accents', async () => {
  const { code } = await givenDocument()
  const edition = (await findDocumentPart(dita, code))?.editionId ?? ''
  const found = async (words: string) => (await findInText(edition, words)).items.map(({ ordinal }) => ordinal)
  expect(await found('SHOULD réport')).toEqual([1])
  expect(await found('to train')).toEqual([2])
  expect(await found('100%')).toEqual([])
  expect(await found(' \0')).toEqual([])
})
