import { beforeAll, expect, test } from 'vitest'
import { handOver } from '@/lib/assignments/hand-over'
import { handedOverIn, keptFrom } from '@/lib/assignments/handed-over'
import { countOwned } from '@/lib/assignments/owned'
import { timelineOf } from '@/lib/history/timeline'
import { notify } from '@/lib/notifications/notify'
import { notificationsOf } from '@/lib/notifications/queries'
import { queuesFor } from '@/lib/overview/queues'
import { disableUser } from '@/lib/people/disable-user'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { eventsOf, givenAssignment, givenPeople, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenOrganization } from '../support/places'

const { chen, faisal } = people

beforeAll(givenPeople)

async function givenOwner() {
  const organization = await givenOrganization()
  const owner = await givenPerson({ organizationIds: [organization.id] })
  const colleague = await givenPerson({ organizationIds: [organization.id] })
  const owned = (more: object = {}) => givenAssignment({ to: organization, ownerId: owner.id, ...more })
  return { owner, colleague, owned }
}

const ownerOf = async (id: string) => (await db.assignment.findUniqueOrThrow({ where: { id } })).ownerId

test('all open assignments of somebody whose account is closed get a new owner at once', async () => {
  const { owner, colleague, owned } = await givenOwner()
  const [first, second] = [await owned(), await owned({ progress: 'implemented' })]
  const untouched = [await owned({ closed: true }), await owned({ archived: true })]
  expect(await disableUser(faisal, { id: owner.id, version: 1 })).toMatchObject({ ok: true })

  expect(await countOwned(owner.id)).toBe(2)
  expect(await handOver(chen, { id: owner.id, to: colleague.email })).toMatchObject({
    ok: true,
    value: { to: { id: colleague.id }, moved: 2, left: { total: 0, items: [] } },
  })
  expect(await countOwned(owner.id)).toBe(0)
  for (const { id } of [first, second]) {
    expect(await ownerOf(id)).toBe(colleague.id)
    expect(await eventsOf(id)).toMatchObject([
      {
        kind: 'assignment.changed',
        actorId: chen.id,
        body: { before: { ownerId: owner.id }, after: { ownerId: colleague.id } },
      },
    ])
  }
  for (const { id } of untouched) expect(await ownerOf(id)).toBe(owner.id)
  expect(await handOver(chen, { id: owner.id, to: colleague.email })).toMatchObject({ ok: true, changed: false })
})

test('what the new owner cannot own stays, and the answer lists it; where that is all, nothing is changed', async () => {
  const { owner, colleague, owned } = await givenOwner()
  const own = await owned()
  const organization = await givenOrganization()
  const foreign = await givenAssignment({ to: organization, ownerId: owner.id })
  const kept = {
    id: foreign.id,
    organization: { slug: organization.slug, name: organization.name },
    recommendation: { key: foreign.recommendation.key, title: expect.any(String) },
    reason: 'owner_outside',
  }
  expect(await handOver(chen, { id: owner.id, to: colleague.email })).toMatchObject({
    value: { moved: 1, left: { total: 1, items: [kept] } },
  })
  expect([await ownerOf(own.id), await ownerOf(foreign.id)]).toEqual([colleague.id, owner.id])
  expect(await keptFrom(owner.id, colleague.id)).toEqual([kept])
  expect(await keptFrom(owner.id, chen.id)).toEqual([])

  expect(await handOver(chen, { id: owner.id, to: colleague.email })).toMatchObject({
    errors: [{ field: 'to', code: 'owner_outside' }],
  })
  expect(await eventsOf(foreign.id)).toEqual([])
  expect(await handOver(chen, { id: owner.id, to: '' })).toMatchObject({
    errors: [{ field: 'to', code: 'owner_missing' }],
  })
})

test('the note is in the history of each assignment, and the new owner is notified with it', async () => {
  const { owner, colleague, owned } = await givenOwner()
  const [first, second] = [await owned(), await owned()]
  const note = 'The file is with the registry.'
  valueIn(await handOver(chen, { id: owner.id, to: colleague.id, note }))
  for (const { id } of [first, second]) {
    const { entries } = await timelineOf(chen, { subject: { type: 'assignment', id } })
    expect(entries[0]).toMatchObject({ kind: 'assignment.changed', text: note })
  }
  const { entries } = await timelineOf(chen, { noun: 'assignment', limit: 1 })
  expect(entries[0]).toMatchObject({ sentence: 'chen changed the owner of 2 assignments', text: note })

  await notify()
  const { items } = await notificationsOf(colleague)
  expect(items).toMatchObject([
    { kind: 'made_owner', note },
    { kind: 'made_owner', note },
  ])
})

test('open work of a closed account is in the work of those who assign, as work without an owner', async () => {
  const { owner, owned } = await givenOwner()
  await owned({ dueOn: '2000-01-01' })
  const unowned = async () => (await queuesFor(chen)).find(({ name }) => name === 'unowned')?.total ?? 0
  const before = await unowned()
  valueIn(await disableUser(faisal, { id: owner.id, version: 1 }))
  expect(await unowned()).toBe(before + 1)
})

test('what is said of a hand-over comes from the history: of the own change alone, and of that person', async () => {
  const { owner, colleague, owned } = await givenOwner()
  await owned()
  await owned()
  const { change } = valueIn(await handOver(chen, { id: owner.id, to: colleague.email }))

  expect(await handedOverIn(chen, change, owner.id)).toEqual({ to: colleague.id, moved: 2 })
  expect(await handedOverIn(faisal, change, owner.id)).toBeUndefined()
  expect(await handedOverIn(chen, change, colleague.id)).toBeUndefined()
  expect(await handedOverIn(chen, newId(), owner.id)).toBeUndefined()
})
