import { beforeAll, expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import type { Actor } from '@/lib/domain/actor'
import { timelineOf } from '@/lib/history/timeline'
import { addMembers } from '@/lib/organizations/add-members'
import { addOrganization } from '@/lib/organizations/add-organization'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { findOrganization } from '@/lib/organizations/find'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { restoreOrganization } from '@/lib/organizations/restore-organization'
import { db } from '@/lib/platform/db'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { eventsOf, givenAssignment, givenPeople, givenRecommendation, people } from '../support/given'
import { answerOf, givenGroup, givenOrganization, refusal } from '../support/places'

const { chen, dita, faisal } = people

beforeAll(givenPeople)

test('an archived organization is found no more, and comes back whole', async () => {
  const { id, slug, name } = await givenOrganization()
  await givenAssignment({ to: { id }, closed: true })
  await givenAssignment({ to: { id }, archived: true })

  expect(await archiveOrganization(chen, { slug })).toMatchObject({
    ok: true,
    value: { slug, archivedAt: expect.any(String) },
  })
  expect(await archiveOrganization(chen, { slug })).toMatchObject({ ok: true, changed: false })
  expect(await findOrganization(db, name)).toBeNull()

  expect(answerOf(await restoreOrganization(chen, { slug }))).not.toHaveProperty('archivedAt')
  expect(await restoreOrganization(chen, { slug })).toMatchObject({ ok: true, changed: false })
  expect(await findOrganization(db, name)).toMatchObject({ slug })
  expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['organization.archived', 'organization.restored'])
})

test('an organization with work to do is not archived, and the answer says on which recommendations', async () => {
  const { id, slug, name } = await givenOrganization()
  const recommendation = await givenRecommendation()
  await givenAssignment({ to: { id }, of: recommendation })

  const result = await archiveOrganization(chen, { slug })

  const params = { organization: name, count: 1, recommendations: recommendation.key, more: 0 }
  expect(result).toMatchObject({ ok: false, reason: 'conflict', code: 'organization_owes', params })
  expect(await db.organization.findUnique({ where: { id } })).toMatchObject({ archivedAt: null, version: 1 })
})

test('who assigns while somebody archives: either there is work to do, or nothing can be assigned', async () => {
  for (let time = 0; time < 8; time++) {
    const { id, slug } = await givenOrganization()
    const { key } = await givenRecommendation()

    const [archived, assigned] = await Promise.all([
      archiveOrganization(chen, { slug }),
      assign(faisal, { key, organization: slug }),
    ])

    expect([archived.ok, assigned.ok].filter(Boolean)).toHaveLength(1)
    const organization = await db.organization.findUniqueOrThrow({ where: { id }, include: { assignments: true } })
    expect(organization.archivedAt !== null).toBe(organization.assignments.length === 0)
  }
})

test('a name that is archived is restored, not added a second time', async () => {
  const { name, slug } = await givenOrganization({ archived: true })

  expect(await refusal(addOrganization, chen, { name })).toMatchObject({
    code: 'organization_archived',
    untouched: true,
  })
  const pasted = { names: ['Fresh', name] }
  expect(await refusal(addOrganizations, chen, pasted)).toMatchObject({
    code: 'names.1: organization_archived',
    untouched: true,
  })
  expect(await refusal(renameOrganization, chen, { slug, name: 'Else', version: 1 })).toMatchObject({
    code: 'organization_not_found',
  })
})

test('an archived organization comes back only while nobody else has its name', async () => {
  const { name, slug } = await givenOrganization({ archived: true })
  await givenOrganization({ name })

  expect(await refusal(restoreOrganization, chen, { slug })).toMatchObject({
    code: 'organization_exists',
    untouched: true,
  })
})

test('the history names an archived organization only where it worked, but for those who keep the record', async () => {
  const { slug, name } = await givenOrganization()
  const [on, off] = [await givenRecommendation(), await givenRecommendation()]
  answerOf(await addMembers(chen, { group: (await givenGroup()).slug, organizations: [slug] }))
  const addressees = [{ words: 'All', organization: slug }]
  for (const { key } of [on, off]) answerOf(await editRecommendation(chen, { key, version: 1, addressees }))
  const assigned = answerOf(await assign(chen, { key: on.key, organization: slug }))
  answerOf(await closeAssignment(chen, { id: assigned.id, closure: 'superseded', reason: 'By a later one.' }))
  answerOf(await archiveOrganization(chen, { slug }))

  const namedIn = async (actor: Actor) =>
    (await timelineOf(actor, {})).entries
      .filter((item) => JSON.stringify(item).includes(name))
      .map(({ kind, recommendation }) => `${kind} ${recommendation ?? ''}`)
  const worked = [`assignment.closed ${on.key}`, `assignment.made ${on.key}`, `recommendation.edited ${on.key}`]
  expect(await namedIn(dita)).toEqual(worked)
  expect(await namedIn(faisal)).toEqual(
    expect.arrayContaining([...worked, `recommendation.edited ${off.key}`, 'group.members_added ']),
  )
})
