import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { previewAnnotation } from '@/lib/annotations/preview-annotation'
import { hashed } from '@/lib/history/events'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import {
  eventsOf,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOfRecommendation,
} from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, chen, dita, elif } = people
const { health, finance } = organizations
const body = 'Who *leads* on this?'

beforeAll(givenPeople)

test('who takes part annotates, and the history says to whom, but not in which words', async () => {
  const { key, id: recommendationId } = await givenRecommendation()
  const id = newId()

  const note = await at('2027-03-01T09:00:00Z', () => annotate(amina, { id, key, body: `  ${body}\n` }))

  expect(note).toEqual({
    ok: true,
    changed: true,
    value: {
      id,
      body,
      audience: 'internal',
      author: { id: amina.id, name: 'amina' },
      createdAt: '2027-03-01T09:00:00.000Z',
      version: 1,
    },
  })
  const [revision] = await db.annotationRevision.findMany({ where: { annotationId: id } })
  expect(revision).toMatchObject({ number: 1, body, writtenAt: new Date('2027-03-01T09:00:00Z') })
  expect(await eventsOf(id)).toEqual([
    {
      kind: 'annotation.added',
      actorId: amina.id,
      audience: 'internal',
      body: {
        before: null,
        after: {
          audience: 'internal',
          parentId: null,
          start: null,
          end: null,
          paragraphId: expect.any(String),
          text: hashed(revision?.id ?? '', body, revision?.salt ?? ''),
          mentions: [],
        },
      },
    },
  ])
  expect(await db.recommendation.findUnique({ where: { id: recommendationId } })).toMatchObject({ version: 1 })
  expect(await db.recommendationActivity.findUnique({ where: { recommendationId } })).toMatchObject({
    changedAt: new Date('2027-03-01T09:00:00Z'),
  })
})

test('a note can be on a span of the paragraph, in code points', async () => {
  const { key } = await givenRecommendation({ text: 'States 😀 cooperate.' })

  expect(await annotate(amina, { key, body, start: 7, end: 8 })).toMatchObject({ value: { start: 7, end: 8 } })
  expect(await annotate(amina, { key, body, start: '0', end: '19' })).toMatchObject({ value: { start: 0, end: 19 } })
})

test('or on its words, which say by a number where they occur several times', async () => {
  const { key } = await givenRecommendation({ text: 'Les donne\u0301es, les  donne\u0301es publiques.' })
  const words = 'donn\u00e9es'

  expect(await annotate(amina, { key, body, words: 'les donn\u00e9es' })).toMatchObject({
    value: { start: 14, end: 27 },
  })
  expect(await annotate(amina, { key, body, words, occurrence: 2 })).toMatchObject({ value: { start: 19, end: 27 } })
  expect(await annotate(amina, { key, body, words })).toMatchObject({
    errors: [{ field: 'occurrence', code: 'occurrence_missing', params: { count: 2 } }],
  })
  expect(refusalOf(await annotate(amina, { key, body, start: 4, end: 9 }))).toBe('end: span_cuts_character')
  expect(refusalOf(await annotate(amina, { key, body, occurrence: 1 }))).toBe('occurrence: occurrence_without_words')
})

test('a double click makes one note, and both clicks succeed', async () => {
  const { key, id: recommendationId } = await givenRecommendation()
  const click = { id: newId(), key, body }

  const clicking = () => annotate(amina, click)

  const results = await atOnce('recommendations', recommendationId, clicking, clicking)

  expect(results).toMatchObject([
    { ok: true, value: { id: click.id } },
    { ok: true, value: { id: click.id } },
  ])
  expect(await eventsOf(click.id)).toHaveLength(1)
  expect(await traceOfRecommendation(recommendationId)).toMatchObject({ annotations: [{ revisions: [{}] }] })
})

test.each([
  { otherwise: 'in other words', over: { body: 'Who pays?' } },
  { otherwise: 'for others', over: { audience: 'public' } },
  { otherwise: 'on other words', over: { start: 0, end: 5 } },
])('what comes under the id of a note that was sent, but $otherwise, is not dropped', async ({ over }) => {
  const { key, id: recommendationId } = await givenRecommendation()
  const sent = { id: newId(), key, body }
  await annotate(amina, sent)
  const before = await traceOfRecommendation(recommendationId)

  const result = await annotate(amina, { ...sent, ...over })

  expect(result).toMatchObject({ code: 'annotation_sent_before', current: { id: sent.id, body } })
  expect(await traceOfRecommendation(recommendationId)).toEqual(before)
})

const refusals = [
  { rule: 'a viewer reads only', actor: dita, code: 'annotation_forbidden' },
  {
    rule: 'what stands in an archived document is not there',
    given: { archived: true },
    code: 'recommendation_not_found',
  },
  { rule: 'a key of nothing is not found', input: { key: 'X\0' }, code: 'recommendation_not_found' },
  { rule: 'a blank note is none', input: { body: ' \n ' }, code: 'body: annotation_missing' },
  { rule: 'a note has an end', input: { body: 'a'.repeat(10_001) }, code: 'body: text_too_long' },
  { rule: 'quotes and lists nest only so deep', input: { body: '>- '.repeat(3333) }, code: 'body: markdown_too_deep' },
  { rule: 'a text that cannot be kept is none', input: { body: 'a\0' }, code: 'body: text_unreadable' },
  { rule: 'there are three audiences', input: { audience: 'everybody' }, code: 'audience: audience_unreadable' },
  {
    rule: 'who belongs to no organization names one',
    actor: elif,
    input: { audience: 'organization' },
    code: 'organization: annotation_organization_missing',
  },
  {
    rule: 'who belongs to two names one',
    actor: { ...amina, organizationIds: [health.id, finance.id] },
    input: { audience: 'organization' },
    code: 'organization: annotation_organization_missing',
  },
  {
    rule: 'an organization that is not there hears nothing',
    input: { audience: 'organization', organization: 'nobody' },
    code: 'organization: annotation_organization_missing',
  },
  {
    rule: 'nobody writes for another organization alone',
    input: { audience: 'organization', organization: finance.slug },
    code: 'organization: annotation_organization_not_yours',
  },
  {
    rule: 'a note for everybody is for no organization',
    input: { organization: health.slug },
    code: 'organization: annotation_organization_unasked',
  },
  { rule: 'nothing is not the beginning', input: { start: null, end: 3 }, code: 'start: span_unreadable' },
  { rule: 'a span has an end', input: { start: 3 }, code: 'end: span_unreadable' },
  { rule: 'a span has a start', input: { end: 3 }, code: 'start: span_unreadable' },
  { rule: 'a span holds something', input: { start: 3, end: 3 }, code: 'end: span_unreadable' },
  { rule: 'a span lies in its paragraph', input: { start: 0, end: 25 }, code: 'end: span_unreadable' },
  { rule: 'a span begins within', input: { start: -1, end: 3 }, code: 'start: span_unreadable' },
  { rule: 'nobody writes as somebody else', input: { author: chen.id }, code: 'author: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = amina, input, code }) => {
  const { id, key } = await givenRecommendation(given)
  const before = await traceOfRecommendation(id)

  expect(refusalOf(await annotate(actor, { key, body, ...input }))).toBe(code)
  expect(await traceOfRecommendation(id)).toEqual(before)
})

test('a preview is drawn for whoever may write the note, within its length, and leaves no trace', async () => {
  const { key, id } = await givenRecommendation()
  expect(await previewAnnotation(amina, { key, body })).toMatchObject({ ok: true })
  expect(refusalOf(await previewAnnotation(dita, { key, body }))).toBe('annotation_forbidden')
  expect(refusalOf(await previewAnnotation(amina, { key: 'no such', body }))).toBe('recommendation_not_found')
  expect(refusalOf(await previewAnnotation(amina, { key, body: 'a\n=\n'.repeat(2_501) }))).toBe('body: text_too_long')
  expect(await db.annotation.count({ where: { recommendationId: id } })).toBe(0)
})
