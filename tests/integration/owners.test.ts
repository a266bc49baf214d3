import { beforeAll, expect, test } from 'vitest'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { changeRole } from '@/lib/people/change-role'
import { disableUser } from '@/lib/people/disable-user'
import { enableUser } from '@/lib/people/enable-user'
import { knowing } from '@/lib/people/policy'
import { setOrganizations } from '@/lib/people/set-organizations'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { RecommendationNow } from '@/lib/recommendations/queries'
import { itemsAsJson } from '@/lib/register/list-items'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { emailOf, givenAssignment, givenPeople, organizations, people } from '../support/given'
import { givenPerson } from '../support/given-person'
import { listed } from '../support/listed'
import { answerOf, givenOrganization } from '../support/places'

const { amina, bruno, chen, dita, faisal } = people
const { health, finance } = organizations

beforeAll(givenPeople)

async function givenOwned(role: 'focal_point' | 'coordinator' = 'focal_point') {
  const organization = await givenOrganization()
  const owner = await givenPerson({ role, organizationIds: [organization.id] })
  const colleague = await givenPerson({ organizationIds: [organization.id] })
  const { id, recommendationId, recommendation } = await givenAssignment({ to: organization, ownerId: owner.id })
  const active = async () => (await findRecommendationInFull(chen, recommendation.key))?.assignments[0]?.owner?.active
  const unowned = () => listed.assignments({ owner: 'none', organization: organization.slug })
  return { organization, owner, colleague, id, recommendationId, active, unowned }
}

const versionOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).version

test('whose account is closed owns nothing any more, until it is open again; the recommendation has not changed', async () => {
  const { owner, recommendationId, active, unowned } = await givenOwned()
  const trace = () =>
    Promise.all([
      db.recommendationActivity.findUnique({ where: { recommendationId } }),
      db.assignmentVersion.count({ where: { recommendationId } }),
    ])
  const before = await trace()
  expect([await active(), await unowned()]).toEqual([true, 0])

  answerOf(await disableUser(faisal, { id: owner.id, version: await versionOf(owner.id) }))
  expect([await active(), await unowned()]).toEqual([false, 1])
  answerOf(await enableUser(faisal, { id: owner.id, version: await versionOf(owner.id) }))
  expect([await active(), await unowned()]).toEqual([true, 0])
  expect(await trace()).toEqual(before)
})

test('who left the organization owns nothing of it any more, unless they keep the record', async () => {
  const left = await givenOwned()
  const leave = { id: left.owner.id, organizations: [] }
  answerOf(await setOrganizations(chen, { ...leave, version: await versionOf(left.owner.id) }))
  expect([await left.active(), await left.unowned()]).toEqual([false, 1])

  const keeper = await givenOwned('coordinator')
  await db.membership.deleteMany({ where: { userId: keeper.owner.id } })
  expect([await keeper.active(), await keeper.unowned()]).toEqual([true, 0])
  const demoted = { id: keeper.owner.id, role: 'viewer', version: await versionOf(keeper.owner.id) }
  answerOf(await changeRole(faisal, demoted))
  expect([await keeper.active(), await keeper.unowned()]).toEqual([false, 1])
})

test('a merge leaves its people their assignments', async () => {
  const { organization, active } = await givenOwned()
  const into = await givenOrganization()
  answerOf(await mergeOrganization(chen, { slug: organization.slug, into: into.slug }))
  expect(await active()).toBe(true)
})

test('an account closed while somebody names its owner is seen, whichever comes first', async () => {
  for (let round = 0; round < 5; round++) {
    const { id, owner, colleague, active } = await givenOwned()
    await db.assignment.update({ where: { id }, data: { ownerId: null } })
    const [named] = await Promise.all([
      changeAssignment(colleague, { id, owner: owner.email, version: 1 }),
      disableUser(faisal, { id: owner.id, version: 1 }),
    ])
    expect(await active()).toBe(named.ok ? false : undefined)
  }
})

test('an owner who stays is never refused, also one who can no longer act', async () => {
  const { id, owner, colleague } = await givenOwned()
  await db.user.update({ where: { id: owner.id }, data: { disabledAt: new Date() } })
  expect(await changeAssignment(chen, { id, owner: owner.email, dueOn: '2027-01-31', version: 1 })).toMatchObject({
    ok: true,
    value: { dueOn: '2027-01-31', owner: { id: owner.id, active: false } },
  })
  expect(await changeAssignment(colleague, { id, owner: owner.id, version: 2 })).toMatchObject({ changed: false })
})

test('to name somebody whom one may not know of says no more than to name nobody', async () => {
  const hidden = await givenPerson({ organizationIds: [finance.id] })
  const { id } = await givenAssignment({ to: health })
  for (const owner of [hidden.email, hidden.id, `${newId()}@example.org`]) {
    expect(await changeAssignment(amina, { id, owner, version: 1 })).toMatchObject({
      reason: 'invalid',
      errors: [{ field: 'owner', code: 'owner_unknown', params: { email: owner } }],
    })
  }
  expect(await changeAssignment(chen, { id, owner: hidden.email, version: 1 })).toMatchObject({
    errors: [{ code: 'owner_outside' }],
  })
})

test('only who may know of an owner reads their address in lists', async () => {
  const { id, recommendationId, recommendation } = await givenAssignment({ to: finance, ownerId: bruno.id })
  const read = async (actor?: typeof dita) => {
    const [item]: RecommendationNow[] = JSON.parse(await itemsAsJson([recommendationId], actor && knowing(actor)))
    return item?.assignments[0]?.owner
  }
  const owner = { id: bruno.id, name: 'bruno', active: true }
  for (const actor of [amina, dita, undefined]) expect(await read(actor)).toEqual(owner)
  for (const actor of [bruno, chen]) expect(await read(actor)).toEqual({ ...owner, email: emailOf('bruno') })
  expect((await findRecommendationInFull(dita, recommendation.key))?.assignments[0]?.owner).toEqual(owner)

  await db.assignment.update({ where: { id }, data: { ownerId: chen.id } })
  expect(await read(dita)).toMatchObject({ email: emailOf('chen') })
})
