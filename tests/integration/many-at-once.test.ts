import { beforeAll, expect, test } from 'vitest'
import { addLink } from '@/lib/evidence/add-link'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenAssignment, givenPeople, people } from '../support/given'

const { amina } = people

beforeAll(givenPeople)

test('of 150 links that a program adds at once none is refused for its number', async () => {
  const { id: assignmentId } = await givenAssignment()
  const links = Array.from({ length: 150 }, (_, number) => ({
    id: newId(),
    assignmentId,
    url: `https://example.org/${number}`,
  }))

  const results = await Promise.all(links.map((link) => addLink(amina, link)))

  expect(results.filter(({ ok }) => !ok)).toEqual([])
  const kept = await db.evidence.findMany({ where: { assignmentId }, select: { id: true } })
  expect(kept.map(({ id }) => id).sort()).toEqual(links.map(({ id }) => id).sort())
})
