import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { mayRead } from '@/lib/annotations/policy'
import { findAnnotation } from '@/lib/annotations/queries'
import type { Actor } from '@/lib/domain/actor'
import { Role } from '@/prisma/generated/enums'
import { givenPeople, givenRecommendation, organizations, people, valueIn } from '../support/given'

const { amina } = people
const { health, finance } = organizations

beforeAll(givenPeople)

const relations = [
  { relation: 'of its organization', organizationIds: [health.id] },
  { relation: 'of another one', organizationIds: [finance.id] },
  { relation: 'of both', organizationIds: [finance.id, health.id] },
  { relation: 'of none', organizationIds: [] },
]
const readers = Object.values(Role).flatMap((role) => relations.map((relation) => ({ role, ...relation })))

test.each(readers)('a $role $relation finds just the notes that they may read', async ({ role, organizationIds }) => {
  const reader: Actor = { id: people.elif.id, role, organizationIds }
  const { key } = await givenRecommendation()
  for (const audience of ['organization', 'internal', 'public'] as const) {
    const { id } = valueIn(await annotate(amina, { key, body: 'A note.', audience }))
    const organizationId = audience === 'organization' ? health.id : null
    const found = (await findAnnotation(reader, id)) !== null
    expect(found, audience).toBe(mayRead(reader, { audience, organizationId }))
  }
})
