import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { historyForPrograms } from '@/lib/history/api-history'
import { timelineOf } from '@/lib/history/timeline'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { changeRole } from '@/lib/people/change-role'
import { inviteUser } from '@/lib/people/invite-user'
import { setOrganizations } from '@/lib/people/set-organizations'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenPeople, givenRecommendation, people, valueIn } from '../support/given'
import { givenOrganization } from '../support/places'

const { chen, dita, faisal } = people

beforeAll(givenPeople)

test('the history shows beside each actor the role and the organizations that they had then', async () => {
  const { key } = await givenRecommendation()
  const [first, second] = [await givenOrganization(), await givenOrganization()]
  const name = `Ana ${newId()}`
  const asked = { email: `${newId()}@example.org`, name, role: 'focal_point', organizations: [first.slug] }
  const { id } = valueIn(await inviteUser(chen, asked))
  const note = (role: 'focal_point' | 'coordinator', organizationId: string) =>
    annotate({ id, role, organizationIds: [organizationId] }, { key, body: 'A note.' })

  valueIn(await note('focal_point', first.id))
  valueIn(await changeRole(faisal, { id, version: 1, role: 'coordinator' }))
  valueIn(await setOrganizations(faisal, { id, version: 2, organizations: [{ organization: second.slug }] }))
  valueIn(await renameOrganization(chen, { slug: first.slug, name: `Renamed ${newId()}`, version: 1 }))
  valueIn(await note('coordinator', second.id))
  valueIn(await annotate(chen, { key, body: 'A note.' }))

  const { items } = await historyForPrograms(dita, { key, noun: 'annotation' })
  expect(items.map(({ actor }) => actor)).toEqual([
    { id: chen.id, name: 'chen' },
    { id, name, role: 'coordinator', organizations: [{ id: second.id, name: second.name }] },
    { id, name, role: 'focal_point', organizations: [{ id: first.id, name: first.name }] },
  ])
  const { entries } = await timelineOf(dita, { key, noun: 'annotation' })
  expect(entries.map(({ by }) => by)).toEqual([
    undefined,
    `${name}: Coordinator, ${second.name}`,
    `${name}: Focal point, ${first.name}`,
  ])

  valueIn(await archiveOrganization(chen, { slug: second.slug }))
  const later = await historyForPrograms(dita, { key, noun: 'annotation' })
  expect(later.items[1]?.actor, 'an archived organization').toEqual({
    id,
    name,
    role: 'coordinator',
    organizations: [],
  })
  expect((await timelineOf(dita, { key, noun: 'annotation' })).entries[1]?.by).toBe(`${name}: Coordinator`)
})

test('who made their own account, as the first administrator does, did so in the role that they gave it', async () => {
  const id = newId()
  await db.user.create({ data: { id, email: `${id}@example.org`, name: `Ida ${id}`, role: 'administrator' } })
  const added = { kind: 'user.added', subjectType: 'user', subjectId: id, audience: 'internal' }
  const body = JSON.stringify({ before: null, after: { role: 'administrator', organizationIds: [] } })
  await db.$executeRaw`select append_events(${id}::uuid, ${JSON.stringify([{ ...added, body }])}::json)`
  const { items } = await historyForPrograms(chen, { subject: { type: 'user', id } })
  expect(items).toMatchObject([{ actor: { id, role: 'administrator', organizations: [] } }])
})
