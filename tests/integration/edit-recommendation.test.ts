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

const { chen, faisal } = people
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

test('an edit of its words makes no form on its assignments stale', async () => {
  const { id, key } = await givenRecommendation()
  const assignment = await db.assignment.create({ data: { recommendationId: id, organizationId: health.id } })
  valueIn(await editRecommendation(chen, { key, version: 1, title: 'Work together' }))

  expect(await db.assignment.findUnique({ where: { id: assignment.id } })).toEqual(assignment)
})
