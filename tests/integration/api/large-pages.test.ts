import { expect, test } from 'vitest'
import { GET as list } from '@/app/api/v1/recommendations/route'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { call } from '../../support/api'
import { givenRecommendation } from '../../support/given'

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
