import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { notify } from '@/lib/notifications/notify'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { givenAssignment, organizations, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { given, givenNotified } from '../support/notified'
import { givenOrganization } from '../support/places'

beforeAll(givenNotified)

const onDay = async (day: string, id: string) =>
  at(`${day}T06:00:00Z`, async () => {
    const before = await toldOfDays(id)
    await notify()
    return (await toldOfDays(id)).slice(before.length)
  })

async function toldOfDays(assignmentId: string) {
  const rows = await db.notification.findMany({
    where: { assignmentId, eventSeq: null },
    select: { kind: true, user: { select: { name: true } } },
    orderBy: [{ at: 'asc' }, { user: { name: 'asc' } }],
  })
  return rows.map(({ kind, user }) => `${kind}: ${user.name}`)
}

test('a due date is told 14 days, 7 days and 1 day before; overdue once and then every four weeks, to all', async () => {
  const id = await given({ dueOn: '2098-03-01' })
  expect(await onDay('2098-02-14', id)).toEqual([])
  expect(await onDay('2098-02-15', id)).toEqual(['due: amina'])
  expect(await onDay('2098-02-20', id)).toEqual([])
  expect(await onDay('2098-02-22', id)).toEqual(['due: amina'])
  expect(await onDay('2098-02-28', id)).toEqual(['due: amina'])
  expect(await onDay('2098-03-01', id)).toEqual([])
  expect(await onDay('2098-03-02', id)).toEqual(['overdue: amina', 'overdue: gulnar'])
  expect(await onDay('2098-03-29', id)).toEqual([])
  expect(await onDay('2098-03-30', id)).toEqual(['overdue: amina', 'overdue: gulnar'])
})

test('of days that nobody was there only the nearest step is told, and a day is not told twice', async () => {
  await db.notificationProgress.updateMany({ data: { day: null } })
  const id = await given({ to: organizations.finance, dueOn: '2097-03-01' })
  expect(await onDay('2097-02-27', id)).toEqual(['due: bruno'])
  await db.notificationProgress.updateMany({ data: { day: null } })
  expect(await onDay('2097-02-27', id)).toEqual([])
})

test('silence is told once a week to each person, however much is silent, and not of what was not accepted', async () => {
  await db.notificationProgress.updateMany({ data: { day: null } })
  const organization = await givenOrganization()
  const quiet = await givenPerson({ organizationIds: [organization.id] })
  const refusing = await givenOrganization()
  const refuser = await givenPerson({ organizationIds: [refusing.id] })
  await at('2090-01-01T00:00:00Z', async () => {
    await givenAssignment({ to: organization })
    await givenAssignment({ to: organization })
    const { id: assignmentId } = await givenAssignment({ to: refusing })
    const refusal = { assignmentId, version: 1, position: 'not_accepted', reason: 'The law forbids it.' }
    valueIn(await answer(refuser, refusal))
  })
  const silent = (userId: string) => db.notification.count({ where: { userId, kind: 'silent' } })
  for (const [day, told] of [
    ['2096-01-02', 1],
    ['2096-01-03', 1],
    ['2096-01-09', 2],
  ] as const) {
    await at(`${day}T06:00:00Z`, () => notify())
    expect([day, await silent(quiet.id)]).toEqual([day, told])
  }
  expect(await silent(refuser.id)).toBe(0)
})
