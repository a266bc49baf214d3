import { beforeAll, expect, test } from 'vitest'
import { handOver } from '@/lib/assignments/hand-over'
import { handedOverIn } from '@/lib/assignments/handed-over'
import { countOwned } from '@/lib/assignments/owned'
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
  expect(await handOver(chen, { id: owner.id, owner: colleague.email })).toMatchObject({
    ok: true,
    value: { moved: 2, left: 0 },
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
  expect(await handOver(chen, { id: owner.id, owner: colleague.email })).toMatchObject({ ok: true, changed: false })
})

test('what the new owner cannot own stays, and the answer says how many; where that is all, nothing is changed', async () => {
  const { owner, colleague, owned } = await givenOwner()
  const own = await owned()
  const foreign = await givenAssignment({ to: await givenOrganization(), ownerId: owner.id })
  expect(await handOver(chen, { id: owner.id, owner: colleague.email })).toMatchObject({ value: { moved: 1, left: 1 } })
  expect([await ownerOf(own.id), await ownerOf(foreign.id)]).toEqual([colleague.id, owner.id])

  expect(await handOver(chen, { id: owner.id, owner: colleague.email })).toMatchObject({
    errors: [{ field: 'owner', code: 'owner_outside' }],
  })
  expect(await eventsOf(foreign.id)).toEqual([])
  expect(await handOver(chen, { id: owner.id, owner: '' })).toMatchObject({ errors: [{ code: 'owner_missing' }] })
})

test('what is said of a hand-over comes from the history: of the own change alone, and of that person', async () => {
  const { owner, colleague, owned } = await givenOwner()
  await owned()
  await owned()
  const { change } = valueIn(await handOver(chen, { id: owner.id, owner: colleague.email }))

  expect(await handedOverIn(chen, change, owner.id)).toEqual({ to: colleague.id, moved: 2 })
  expect(await handedOverIn(faisal, change, owner.id)).toBeUndefined()
  expect(await handedOverIn(chen, change, colleague.id)).toBeUndefined()
  expect(await handedOverIn(chen, newId(), owner.id)).toBeUndefined()
})
