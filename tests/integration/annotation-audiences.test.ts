import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { db } from '@/lib/platform/db'
import {
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOfRecommendation,
  valueIn,
} from '../support/given'
import { refusalOf } from '../support/refusal'

const { amina, bruno, chen, elif, faisal, gulnar } = people
const { health, finance } = organizations
const body = 'Who *leads* on this?'

beforeAll(givenPeople)

const audiences = [
  { audience: 'public', input: {}, heardBy: { audience: 'public', organizationId: null } },
  { audience: 'internal', input: {}, heardBy: { audience: 'internal', organizationId: null } },
  { audience: 'organization', input: {}, heardBy: { audience: 'organization', organizationId: health.id } },
  {
    audience: 'organization',
    input: { organization: health.name },
    heardBy: { audience: 'organization', organizationId: health.id },
  },
]
test.each(audiences)('what is written for $audience $input is heard, and told of, by those', async (row) => {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await annotate(amina, { key, body, audience: row.audience, ...row.input }))

  expect(await db.annotation.findUnique({ where: { id } })).toMatchObject(row.heardBy)
  expect(await db.event.findFirst({ where: { subjectId: id } })).toMatchObject(row.heardBy)
})

test('a coordinator writes for an organization alone, on its behalf', async () => {
  const { key } = await givenRecommendation()
  const input = { key, body, audience: 'organization', organization: finance.slug }

  expect(await annotate(chen, input)).toMatchObject({ value: { organization: { slug: finance.slug } } })
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
    input: { audience: 'internal' },
    code: 'audience: audience_wider',
  },
  {
    rule: 'for the public to one for an organization',
    parent: 'organization',
    input: { audience: 'public' },
    code: 'audience: audience_wider',
  },
  {
    rule: 'for another organization',
    parent: 'organization',
    input: { organization: finance.slug },
    code: 'organization: audience_wider',
  },
  {
    rule: 'for the public to one for everybody',
    parent: 'internal',
    input: { audience: 'public' },
    code: 'audience: audience_wider',
  },
  { rule: 'to what one may not read', parent: 'organization', actor: bruno, code: 'parent: parent_not_found' },
  { rule: 'to what can be no note', parent: 'internal', input: { parent: 'x' }, code: 'parent: parent_not_found' },
]
test.each(answers)(
  'no answer $rule, and the refusal leaves no trace',
  async ({ parent: audience, actor = chen, input, code }) => {
    const { key, id } = await givenRecommendation()
    const { id: parent } = valueIn(await annotate(amina, { key, body, audience }))
    const before = await traceOfRecommendation(id)

    expect(refusalOf(await annotate(actor, { key, body: 'We do.', parent, ...input }))).toBe(code)
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
