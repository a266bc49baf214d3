import { beforeAll, expect, test } from 'vitest'
import { timelineOf } from '@/lib/history/timeline'
import { firstRecommendations, firstSteps } from '@/lib/overview/getting-started'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import {
  eventsOf,
  flawInHistory,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOfRecommendation,
  valueIn,
} from '../support/given'
import { givenGroup } from '../support/places'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, chen, dita, elif, faisal } = people
const { health } = organizations

beforeAll(givenPeople)

test('a coordinator corrects what is our reading, and the history says what it was', async () => {
  const { id, key } = await givenRecommendation()
  const group = await givenGroup()

  const edited = await at('2027-03-01T09:00:00Z', () =>
    editRecommendation(chen, {
      key,
      version: 1,
      title: 'Cooperate  across borders',
      kind: 'finding',
      themes: ['Cooperation', 'Training', 'Cooperation'],
      addressees: [
        { words: 'the Ministry', organization: health.slug },
        { words: 'States', group: group.slug },
        { words: 'all' },
      ],
    }),
  )

  const { name } = organizations.health
  expect(edited).toMatchObject({
    ok: true,
    value: {
      key,
      title: 'Cooperate across borders',
      kind: 'finding',
      status: 'noted',
      themes: ['Cooperation', 'Training'],
      addressees: [
        { words: 'the Ministry', organization: { slug: health.slug, name } },
        { words: 'States', group: { slug: group.slug, name: group.name } },
        { words: 'all' },
      ],
      version: 2,
      updatedAt: '2027-03-01T09:00:00.000Z',
    },
  })
  expect(await eventsOf(id)).toEqual([
    {
      kind: 'recommendation.edited',
      actorId: chen.id,
      audience: 'internal',
      body: {
        before: { title: 'Cooperate', kind: 'action', themes: [], addressees: [] },
        after: {
          title: 'Cooperate across borders',
          kind: 'finding',
          themes: ['Cooperation', 'Training'],
          addressees: [
            { words: 'the Ministry', organizationId: health.id, groupId: null },
            { words: 'States', organizationId: null, groupId: group.id },
            { words: 'all', organizationId: null, groupId: null },
          ],
        },
      },
    },
  ])
})

test('what is not named stays, and the history tells only what changed', async () => {
  const { id, key } = await givenRecommendation()
  await editRecommendation(chen, { key, version: 1, themes: ['Training'], addressees: [{ words: 'States' }] })

  const edited = await editRecommendation(chen, { key, version: 2, title: 'Work together' })

  expect(edited).toMatchObject({ value: { themes: ['Training'], addressees: [{ words: 'States' }], version: 3 } })
  expect((await eventsOf(id)).at(-1)?.body).toEqual({
    before: { title: 'Cooperate' },
    after: { title: 'Work together' },
  })
})

test('that the text names nobody is recorded and told, until somebody records an addressee', async () => {
  const { id, key } = await givenRecommendation()
  const nameless = async () => firstSteps(await firstRecommendations()).nameless.some((one) => one.key === key)
  const told = async () => (await timelineOf(chen, { key })).entries.map(({ sentence, pairs }) => [sentence, ...pairs])
  expect(await nameless()).toBe(true)

  const edited = valueIn(await editRecommendation(chen, { key, version: 1, namesNobody: true }))
  expect(edited).toMatchObject({ namesNobody: true, addressees: [], version: 2 })
  expect(await nameless()).toBe(false)
  const label = 'Addressed to'
  const nobody = ['chen corrected the addressees', { label, before: 'None', after: 'The text names nobody' }]
  expect(await told()).toEqual([nobody])
  const both = { namesNobody: true, addressees: [{ words: 'States' }] }
  expect(refusalOf(await editRecommendation(chen, { key, version: 2, ...both }))).toBe(
    'namesNobody: names_nobody_with_addressees',
  )

  const named = valueIn(await editRecommendation(chen, { key, version: 2, addressees: [{ words: 'States' }] }))
  expect(named).not.toHaveProperty('namesNobody')
  expect(await told()).toEqual([
    ['chen corrected the addressees', { label, before: 'The text names nobody', after: 'States' }],
    nobody,
  ])
  expect((await eventsOf(id)).map(({ body }) => body)).toMatchObject([
    { before: { namesNobody: false }, after: { namesNobody: true } },
    { before: { namesNobody: true, addressees: [] }, after: { namesNobody: false } },
  ])
  expect(await flawInHistory()).toBeUndefined()
})

test('lists can be emptied', async () => {
  const { key } = await givenRecommendation()
  await editRecommendation(chen, { key, version: 1, themes: ['Training'], addressees: [{ words: 'States' }] })

  expect(await editRecommendation(chen, { key, version: 2, themes: [], addressees: [] })).toMatchObject({
    value: { themes: [], addressees: [] },
  })
})

test('what is searched is what stands', async () => {
  const { id, key } = await givenRecommendation()
  await editRecommendation(chen, { key, version: 1, title: 'Lighthouses', themes: ['Seafaring'] })
  const finds = (word: string) =>
    db.$queryRaw`
      select recommendation_id from recommendation_search
      where recommendation_id = ${id}::uuid and words @@ plainto_tsquery('english', ${word})`

  expect(await finds('lighthouse')).toHaveLength(1)
  expect(await finds('seafaring')).toHaveLength(1)
  expect(await finds('cooperating')).toHaveLength(1)
})

test('a double click edits once, and both clicks succeed', async () => {
  const { id, key } = await givenRecommendation()
  const click = { key, version: 1, title: 'Work together', themes: ['Training'], addressees: [{ words: 'all' }] }

  const clicking = () => editRecommendation(chen, click)

  const results = await atOnce('recommendations', id, clicking, clicking)

  const stands = { ok: true, value: { title: 'Work together', version: 2 } }
  expect(results).toMatchObject([stands, stands])
  expect(await editRecommendation(chen, click)).toMatchObject({ ...stands, changed: false })
  expect(await eventsOf(id)).toHaveLength(1)
  expect(await db.addressee.count({ where: { recommendationId: id } })).toBe(1)
})

test('of two who edit it from the same page, the second sees what the first did', async () => {
  const { id, key } = await givenRecommendation()

  const results = await atOnce(
    'recommendations',
    id,
    () => editRecommendation(chen, { key, version: 1, title: 'Work together' }),
    () => editRecommendation(faisal, { key, version: 1, themes: ['Training'] }),
  )

  const [first] = results.flatMap((result) => (result.ok ? [result.value] : []))
  expect(results).toContainEqual(expect.objectContaining({ code: 'recommendation_changed', current: first }))
  expect(await traceOfRecommendation(id)).toMatchObject({ title: first?.title, themes: first?.themes, version: 2 })
  expect(await eventsOf(id)).toHaveLength(1)
})

const refusals = [
  { rule: 'a focal point corrects nothing', actor: amina, code: 'recommendation_forbidden' },
  { rule: 'a viewer neither', actor: dita, code: 'recommendation_forbidden' },
  { rule: 'a reviewer neither', actor: elif, code: 'recommendation_forbidden' },
  {
    rule: 'what stands in an archived document is not there',
    actor: amina,
    given: { archived: true },
    code: 'recommendation_not_found',
  },
  { rule: 'a key of nothing is not found', said: { key: 'X-1.1' }, code: 'recommendation_not_found' },
  { rule: 'an out-of-date page overwrites nothing', said: { version: 7 }, code: 'recommendation_changed' },
  { rule: 'an edit says from which version', said: { version: undefined }, code: 'version: version_missing' },
  { rule: 'a version is one that can be', said: { version: 2 ** 31 }, code: 'version: version_missing' },
  { rule: 'a title is not blank', said: { title: ' ' }, code: 'title: title_missing' },
  { rule: 'a title has an end', said: { title: 'a'.repeat(301) }, code: 'title: text_too_long' },
  { rule: 'a kind is action or finding', said: { kind: 'wish' }, code: 'kind: kind_missing' },
  { rule: 'a theme has a name', said: { themes: ['Training', ''] }, code: 'themes.1: theme_missing' },
  { rule: 'themes have an end', said: { themes: Array.from({ length: 21 }, String) }, code: 'themes: list_too_long' },
  {
    rule: 'an addressee has words',
    said: { addressees: [{ words: '' }] },
    code: 'addressees.0.words: addressee_missing',
  },
  {
    rule: 'an addressee that is an organization is there',
    said: { addressees: [{ words: 'all' }, { words: 'x', organization: 'nobody' }] },
    code: 'addressees.1.organization: organization_unknown',
  },
  {
    rule: 'an addressee that is a group is there',
    said: { addressees: [{ words: 'x', group: 'nobody' }] },
    code: 'addressees.0.group: group_unknown',
  },
  {
    rule: 'an addressee is one party',
    said: { addressees: [{ words: 'x', organization: health.slug, group: 'states' }] },
    code: 'addressees.0.group: addressee_one_party',
  },
  { rule: 'the quote is nobody’s to change', said: { quote: 'States may cooperate.' }, code: 'quote: field_unknown' },
  { rule: 'neither is the status', said: { status: 'verified' }, code: 'status: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = chen, said, code }) => {
  const { id, key } = await givenRecommendation(given)
  const before = await traceOfRecommendation(id)

  expect(refusalOf(await editRecommendation(actor, { key, version: 1, title: 'Work together', ...said }))).toBe(code)
  expect(await traceOfRecommendation(id)).toEqual(before)
})

test('an edit of its words makes no form on its assignments stale', async () => {
  const { id, key } = await givenRecommendation()
  const assignment = await db.assignment.create({ data: { recommendationId: id, organizationId: health.id } })
  valueIn(await editRecommendation(chen, { key, version: 1, title: 'Work together' }))

  expect(await db.assignment.findUnique({ where: { id: assignment.id } })).toEqual(assignment)
})
