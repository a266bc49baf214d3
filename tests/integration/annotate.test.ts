import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { previewAnnotation } from '@/lib/annotations/preview-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { hashed } from '@/lib/history/events'
import { addOrganization } from '@/lib/organizations/add-organization'
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
  valueIn,
} from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce, openSession, untilHeld } from '../support/session'

const { amina, bruno, chen, dita, elif, faisal, gulnar } = people
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
          text: hashed(revision?.id ?? '', body, revision?.salt ?? ''),
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

const audiences = [
  { audience: 'public', said: {}, heardBy: { audience: 'public', organizationId: null } },
  { audience: 'internal', said: {}, heardBy: { audience: 'internal', organizationId: null } },
  { audience: 'organization', said: {}, heardBy: { audience: 'organization', organizationId: health.id } },
  {
    audience: 'organization',
    said: { organization: health.name },
    heardBy: { audience: 'organization', organizationId: health.id },
  },
]
test.each(audiences)('what is written for $audience $said is heard, and told of, by those', async (row) => {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await annotate(amina, { key, body, audience: row.audience, ...row.said }))

  expect(await db.annotation.findUnique({ where: { id } })).toMatchObject(row.heardBy)
  expect(await db.event.findFirst({ where: { subjectId: id } })).toMatchObject(row.heardBy)
})

test('a coordinator writes for an organization alone, on its behalf', async () => {
  const { key } = await givenRecommendation()
  const said = { key, body, audience: 'organization', organization: finance.slug }

  expect(await annotate(chen, said)).toMatchObject({ value: { organization: { slug: finance.slug } } })
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

test('a note that is sent again while its organization is merged is the note that was sent', async () => {
  const { key } = await givenRecommendation()
  const given = async (name: string) => {
    const id = newId()
    return { id, ...valueIn(await addOrganization(chen, { id, name })) }
  }
  const [from, into] = [await given('Registry of Boats'), await given('Registry of Ships')]
  const sent = { id: newId(), key, body, audience: 'organization', organization: from.slug }
  valueIn(await annotate(chen, sent))

  const merge = await openSession()
  await merge.run('select from organizations where id = $1 for update', [from.id])
  const again = annotate(chen, sent)
  await untilHeld(1)
  await merge.run('update annotations set organization_id = $2 where organization_id = $1', [from.id, into.id])
  await merge.run('update organizations set merged_into_id = $2, archived_at = now() where id = $1', [from.id, into.id])
  await merge.end('commit')

  expect(await again).toMatchObject({ ok: true, changed: false, value: { organization: { slug: into.slug } } })
})

test('the id of somebody else’s note tells nothing of it', async () => {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await annotate(amina, { key, body: 'Among us.', audience: 'organization' }))

  expect(await annotate(bruno, { id, key, body })).toMatchObject({ code: 'annotation_sent_before', current: null })
})

test('an answer is for everybody signed in unless said otherwise, also to what is public', async () => {
  const { key } = await givenRecommendation()
  const { id: parent } = valueIn(await annotate(amina, { key, body, audience: 'public' }))

  expect(await annotate(bruno, { key, body: 'We do.', parent })).toMatchObject({
    value: { parent, audience: 'internal' },
  })
  expect(await annotate(bruno, { key, body: 'We do.', parent, audience: 'public' })).toMatchObject({
    value: { audience: 'public' },
  })
})

test('an answer among an organization stays there, whoever answers', async () => {
  const { key } = await givenRecommendation()
  const { id: parent } = valueIn(await annotate(amina, { key, body, audience: 'organization' }))

  for (const actor of [amina, gulnar, elif, chen, faisal]) {
    expect(await annotate(actor, { key, body: 'We do.', parent }), actor.role).toMatchObject({
      value: { audience: 'organization', organization: { slug: health.slug } },
    })
  }
})

const answers = [
  {
    rule: 'for everybody to one for an organization',
    parent: 'organization',
    said: { audience: 'internal' },
    code: 'audience: audience_wider',
  },
  {
    rule: 'for the public to one for an organization',
    parent: 'organization',
    said: { audience: 'public' },
    code: 'audience: audience_wider',
  },
  {
    rule: 'for another organization',
    parent: 'organization',
    said: { organization: finance.slug },
    code: 'organization: audience_wider',
  },
  {
    rule: 'for the public to one for everybody',
    parent: 'internal',
    said: { audience: 'public' },
    code: 'audience: audience_wider',
  },
  { rule: 'to what one may not read', parent: 'organization', actor: bruno, code: 'parent: parent_not_found' },
  { rule: 'to what can be no note', parent: 'internal', said: { parent: 'x' }, code: 'parent: parent_not_found' },
]
test.each(answers)(
  'no answer $rule, and the refusal leaves no trace',
  async ({ parent: audience, actor = chen, said, code }) => {
    const { key, id } = await givenRecommendation()
    const { id: parent } = valueIn(await annotate(amina, { key, body, audience }))
    const before = await traceOfRecommendation(id)

    expect(refusalOf(await annotate(actor, { key, body: 'We do.', parent, ...said }))).toBe(code)
    expect(await traceOfRecommendation(id)).toEqual(before)
  },
)

test('no answer to a note on another recommendation, or to one that was withdrawn', async () => {
  const [one, other] = [await givenRecommendation(), await givenRecommendation()]
  const { id: parent } = valueIn(await annotate(amina, { key: one.key, body }))

  expect(refusalOf(await annotate(chen, { key: other.key, body, parent }))).toBe('parent: parent_not_found')
  await withdrawAnnotation(amina, { id: parent })
  expect(refusalOf(await annotate(chen, { key: one.key, body, parent }))).toBe('parent: parent_not_found')
})

const refusals = [
  { rule: 'a viewer reads only', actor: dita, code: 'annotation_forbidden' },
  {
    rule: 'what stands in an archived document is not there',
    given: { archived: true },
    code: 'recommendation_not_found',
  },
  { rule: 'a key of nothing is not found', said: { key: 'X\0' }, code: 'recommendation_not_found' },
  { rule: 'a blank note is none', said: { body: ' \n ' }, code: 'body: annotation_missing' },
  { rule: 'a note has an end', said: { body: 'a'.repeat(10_001) }, code: 'body: text_too_long' },
  { rule: 'quotes and lists nest only so deep', said: { body: '>- '.repeat(3333) }, code: 'body: markdown_too_deep' },
  { rule: 'a text that cannot be kept is none', said: { body: 'a\0' }, code: 'body: text_unreadable' },
  { rule: 'there are three audiences', said: { audience: 'everybody' }, code: 'audience: audience_unreadable' },
  {
    rule: 'who belongs to no organization names one',
    actor: elif,
    said: { audience: 'organization' },
    code: 'organization: annotation_organization_missing',
  },
  {
    rule: 'who belongs to two names one',
    actor: { ...amina, organizationIds: [health.id, finance.id] },
    said: { audience: 'organization' },
    code: 'organization: annotation_organization_missing',
  },
  {
    rule: 'an organization that is not there hears nothing',
    said: { audience: 'organization', organization: 'nobody' },
    code: 'organization: annotation_organization_missing',
  },
  {
    rule: 'nobody writes for another organization alone',
    said: { audience: 'organization', organization: finance.slug },
    code: 'organization: annotation_organization_not_yours',
  },
  {
    rule: 'a note for everybody is for no organization',
    said: { organization: health.slug },
    code: 'organization: annotation_organization_unasked',
  },
  { rule: 'nothing is not the beginning', said: { start: null, end: 3 }, code: 'start: span_unreadable' },
  { rule: 'a span has an end', said: { start: 3 }, code: 'end: span_unreadable' },
  { rule: 'a span has a start', said: { end: 3 }, code: 'start: span_unreadable' },
  { rule: 'a span holds something', said: { start: 3, end: 3 }, code: 'end: span_unreadable' },
  { rule: 'a span lies in its paragraph', said: { start: 0, end: 25 }, code: 'end: span_unreadable' },
  { rule: 'a span begins within', said: { start: -1, end: 3 }, code: 'start: span_unreadable' },
  { rule: 'nobody writes as somebody else', said: { author: chen.id }, code: 'author: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = amina, said, code }) => {
  const { id, key } = await givenRecommendation(given)
  const before = await traceOfRecommendation(id)

  expect(refusalOf(await annotate(actor, { key, body, ...said }))).toBe(code)
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
