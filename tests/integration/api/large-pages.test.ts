import { expect, test } from 'vitest'
import { GET as read } from '@/app/api/v1/assignments/[assignment]/route'
import { GET as list } from '@/app/api/v1/recommendations/route'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { call } from '../../support/api'
import { givenAssignment, givenRecommendation, people } from '../../support/given'

test('a page ends early where its assignments would make the answer too large', async () => {
  const recommendations = [await givenRecommendation(), await givenRecommendation(), await givenRecommendation()]
  const organizations = Array.from({ length: 501 }, () => ({ id: newId(), slug: newId(), name: newId() }))
  await db.organization.createMany({ data: organizations })
  await db.assignment.createMany({
    data: recommendations.flatMap(({ id: recommendationId }) =>
      organizations.map(({ id: organizationId }) => ({ id: newId(), recommendationId, organizationId })),
    ),
  })

  const query = `organization=${organizations[0]?.slug}`
  const found: string[] = []
  for (let after = ''; ; ) {
    const { body } = await call(list, {}, { as: 'dita', query: `${query}${after}` })
    expect(body).toMatchObject({ items: [{ assignments: { length: 501 } }], total: 3 })
    found.push(...body.items.map(({ key }: { key: string }) => key))
    if (body.next === null) break
    after = `&after=${body.next}`
  }
  expect(found.sort()).toEqual(recommendations.map(({ key }) => key).sort())
})

test('an assignment with long reports comes in parts, which together are complete and in order', async () => {
  const { id } = await givenAssignment()
  const moment = (place: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, place))
  const told = {
    assignmentId: id,
    authorId: people.amina.id,
    asOf: new Date('2026-01-01'),
    state: 'submitted',
  } as const
  await db.progressReport.createMany({
    data: Array.from({ length: 130 }, (_, place) => ({
      ...{ ...told, progress: 'in_progress' as const, submittedAt: moment(place) },
      narrative: `${place} ${'word '.repeat(1_900)}`,
    })),
  })
  await db.answer.createMany({
    data: Array.from({ length: 3 }, (_, place) => ({
      ...{ id: newId(), assignmentId: id, position: 'accepted' as const, authorId: people.amina.id },
      ...{ answeredOn: new Date('2026-01-01'), writtenAt: moment(place) },
    })),
  })

  const found: number[] = []
  const answers: string[] = []
  const sizes: number[] = []
  for (let query = ''; ; ) {
    const { body } = await call(read, { assignment: id }, { as: 'chen', query })
    found.push(...body.reports.map(({ narrative }: { narrative: string }) => Number.parseInt(narrative, 10)))
    answers.push(...body.answers.map(({ id }: { id: string }) => id))
    sizes.push(JSON.stringify(body).length)
    if (body.nextParts === null) break
    query = `after=${body.nextParts}`
  }
  expect(found).toEqual(Array.from({ length: 130 }, (_, place) => 129 - place))
  expect(new Set(answers).size).toBe(3)
  expect(answers).toHaveLength(3)
  expect(sizes.length).toBeGreaterThan(2)
  expect(Math.max(...sizes)).toBeLessThan(1_000_000)
})
