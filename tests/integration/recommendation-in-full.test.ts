import { expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { emailOf, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenGroup } from '../support/places'

const { amina, bruno, chen, dita, elif, faisal } = people
const { health, finance } = organizations

test('a recommendation is shown with its assignments, each as its command answered', async () => {
  const { key } = await givenRecommendation({ text: 'States should cooperate. They should say how.' })
  const second = valueIn(
    await assign(chen, { key, organization: health.name, owner: emailOf('amina'), dueOn: '2027-06-30' }),
  )
  const first = valueIn(await assign(chen, { key, organization: finance.slug }))

  const one = await findRecommendationInFull(dita, key)

  expect(one).toMatchObject({
    key,
    citation: 'Report, para. 1',
    title: 'Cooperate',
    kind: 'action',
    status: 'not_started',
    counts: { open: 2, begun: 0, implemented: 0, verified: 0, closed: 0 },
    nextDueOn: '2027-06-30',
    paragraph: { label: '1', ordinal: 1 },
    addressees: [],
    themes: [],
    annotations: [],
    version: 1,
  })
  expect(one?.assignments).toEqual([first, second])
})

test('a report shows at once in status and counts', async () => {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await assign(chen, { key, organization: health.slug }))
  const input = { assignmentId: id, progress: 'implemented', narrative: 'The law is in force.' }
  const { assignment } = valueIn(await reportProgress(amina, input))

  expect(await findRecommendationInFull(amina, key)).toMatchObject({
    status: 'implemented',
    counts: { open: 1, begun: 1, implemented: 1, verified: 0 },
    assignments: [assignment],
  })
})

test('notes are shown to those whom they are for', async () => {
  const { key } = await givenRecommendation()
  const open = valueIn(await annotate(chen, { key, body: 'For all.', audience: 'public' }))
  const internal = valueIn(await annotate(bruno, { key, body: 'For us all.' }))
  const own = valueIn(await annotate(amina, { key, body: 'Among us.', audience: 'organization' }))

  for (const actor of [amina, dita, elif, chen, faisal]) {
    expect((await findRecommendationInFull(actor, key))?.annotations, actor.role).toEqual([open, internal, own])
  }
  expect((await findRecommendationInFull(bruno, key))?.annotations).toEqual([open, internal])
})

test('of a note that was withdrawn, the words are gone', async () => {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await annotate(amina, { key, body: 'A slip of the pen.' }))
  const withdrawn = valueIn(await withdrawAnnotation(amina, { id }))

  const one = await findRecommendationInFull(chen, key)

  expect(one?.annotations).toEqual([withdrawn])
  expect(JSON.stringify(one)).not.toContain('slip')
})

test('what stands in an archived document is there for those who keep the record alone', async () => {
  const { key } = await givenRecommendation({ archived: true })

  for (const actor of [amina, bruno, dita, elif])
    expect(await findRecommendationInFull(actor, key), actor.role).toBeUndefined()
  for (const actor of [chen, faisal])
    expect(await findRecommendationInFull(actor, key), actor.role).toMatchObject({ key })
})

test('there is none under a key that nobody gave', async () => {
  expect(await findRecommendationInFull(chen, 'NO-SUCH-1.1')).toBeUndefined()
})

test('a recommendation of many organizations comes in pages, and so does what assigning them answers', async () => {
  const states = Array.from({ length: 201 }, (_, number) => ({ id: newId(), slug: newId(), name: `State ${number}` }))
  await db.organization.createMany({ data: states })
  const { slug: group } = await givenGroup(...states)
  const { key } = await givenRecommendation()

  const assigned = valueIn(await assignGroup(chen, { key, group }))
  expect(assigned.counts).toEqual({ made: 201, already: 0 })
  expect(assigned.made.map(({ organization }) => organization.name).slice(-2)).toEqual(['State 198', 'State 199'])

  const first = await findRecommendationInFull(dita, key)
  expect(first?.assignments).toEqual(assigned.made)
  const second = await findRecommendationInFull(dita, key, { after: first?.nextAssignments ?? '' })
  expect(second).toMatchObject({ assignments: [{ organization: { name: 'State 200' } }], nextAssignments: null })
  const few = await findRecommendationInFull(dita, key, { limit: 201 })
  expect(few?.assignments).toHaveLength(201)
  expect(few?.nextAssignments).toBeNull()
})

test('its annotations come in pages, which are shorter where the annotations are long', async () => {
  const { key } = await givenRecommendation()
  for (let number = 1; number <= 45; number++) {
    valueIn(await annotate(amina, { key, body: `${number} ${'word '.repeat(1_990)}` }))
  }
  const numbers: number[] = []
  const sizes: number[] = []
  for (let annotationsAfter: string | undefined; ; ) {
    const one = await findRecommendationInFull(dita, key, { annotationsAfter })
    numbers.push(...(one?.annotations.map(({ body }) => Number.parseInt(body, 10)) ?? []))
    sizes.push(JSON.stringify(one).length)
    if (!one?.nextAnnotations) break
    annotationsAfter = one.nextAnnotations
  }
  expect(numbers).toEqual(Array.from({ length: 45 }, (_, place) => place + 1))
  expect(sizes).toHaveLength(2)
  expect(Math.max(...sizes)).toBeLessThan(500_000)
})
