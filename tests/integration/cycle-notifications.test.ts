import { beforeAll, expect, test } from 'vitest'
import { notificationAddress } from '@/app/(work)/notifications/notification-address'
import { answer } from '@/lib/assignments/answer'
import { closeCycle } from '@/lib/cycles/close-cycle'
import { editCycle } from '@/lib/cycles/edit-cycle'
import type { Actor } from '@/lib/domain/actor'
import { mailText } from '@/lib/notifications/mail-text'
import { notify } from '@/lib/notifications/notify'
import { notificationsOf } from '@/lib/notifications/queries'
import { remind } from '@/lib/notifications/remind'
import { remindCycle } from '@/lib/notifications/remind-cycle'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { reportProgress } from '@/lib/reports/report-progress'
import { eventsOf, givenAssignment, givenPeople, givenRecommendation, people, valueIn } from '../support/given'
import { atMoment, givenCycle } from '../support/given-cycle'
import { givenPerson } from '../support/given-person'
import { givenOrganization } from '../support/places'
import { refusalOf } from '../support/refusal'

const { chen } = people

beforeAll(givenPeople)

/** An organization with a main focal point and an alternate one, and two assignments of one document. */
async function givenOffice() {
  const organization = await givenOrganization()
  const main = await givenPerson({ organizationIds: [organization.id] })
  const alternate = await givenPerson({ organizationIds: [organization.id] })
  await db.membership.updateMany({ where: { userId: alternate.id }, data: { kind: 'alternate' } })
  const assignments = [
    await givenAssignment({ to: organization }),
    await givenAssignment({ to: organization, of: await givenRecommendation() }),
  ]
  return { organization, main, alternate, ids: assignments.map(({ id }) => id) }
}

const toldTo = async (actor: Actor, cycle: { id: string }) => {
  await notify()
  const { items } = await notificationsOf(actor)
  return items.filter((one) => one.cycle?.id === cycle.id).map(({ kind }) => kind)
}

const report = (actor: Actor, assignmentId: string) =>
  reportProgress(actor, { assignmentId, progress: 'in_progress', narrative: 'A draft exists.' }).then(valueIn)

test('each person is told once of a cycle: when it opens, before it closes if something is missing, and when it is closed', async () => {
  const { organization, main, alternate, ids } = await givenOffice()
  const asks = { organizations: [organization.slug], opensOn: '2097-06-01', closesOn: '2097-06-30' }
  const cycle = await givenCycle(asks)
  const onDay = (day: string, actor: Actor) => atMoment(`${day}T07:00:00Z`, () => toldTo(actor, cycle))
  expect(await onDay('2097-05-31', main)).toEqual([])
  expect(await onDay('2097-06-01', main)).toEqual(['cycle_opened'])
  await at('2097-06-10T07:00:00Z', () => report(main, ids[0] ?? ''))
  expect(await onDay('2097-06-26', main)).toEqual(['cycle_opened'])
  expect(await onDay('2097-06-27', main)).toEqual(['cycle_closing', 'cycle_opened'])
  expect(await onDay('2097-06-28', main)).toEqual(['cycle_closing', 'cycle_opened'])
  await at('2097-06-28T09:00:00Z', async () =>
    valueIn(await editCycle(chen, { id: cycle.id, version: 2, closesOn: '2097-07-02' })),
  )
  expect((await onDay('2097-06-29', main)).filter((kind) => kind === 'cycle_closing')).toHaveLength(2)
  await at('2097-07-03T07:00:00Z', async () => valueIn(await closeCycle(chen, { id: cycle.id })))
  expect((await onDay('2097-07-03', main))[0]).toBe('cycle_closed')
  expect(await toldTo(alternate, cycle)).toEqual([])
})

test('who has answered everything is not told that the cycle closes', async () => {
  const { organization, main, ids } = await givenOffice()
  const asks = { organizations: [organization.slug], opensOn: '2099-06-01', closesOn: '2099-06-30' }
  const cycle = await givenCycle(asks)
  await atMoment('2099-06-01T07:00:00Z', async () => {
    for (const id of ids) await report(main, id)
  })
  expect(await atMoment('2099-06-28T07:00:00Z', () => toldTo(main, cycle))).toEqual(['cycle_opened'])
})

test('nobody is told that a cycle closes for the sake of what is archived or not accepted', async () => {
  const { organization } = await givenOffice()
  const { main: refuser, organization: refusing, ids } = await givenOffice()
  const asks = { opensOn: '2099-10-01', closesOn: '2099-10-30', organizations: [organization.slug, refusing.slug] }
  const cycle = await givenCycle(asks)
  await atMoment('2099-10-01T07:00:00Z', () => notify())
  for (const assignmentId of ids) {
    const refusal = { assignmentId, version: 1, position: 'not_accepted', reason: 'The law forbids it.' }
    valueIn(await answer(refuser, refusal))
  }
  const documents = { recommendations: { some: { assignments: { some: { organizationId: organization.id } } } } }
  const archived = await db.document.findMany({ where: documents, select: { id: true } })
  await db.document.updateMany({
    where: { id: { in: archived.map(({ id }) => id) } },
    data: { archivedAt: new Date() },
  })
  await atMoment('2099-10-28T07:00:00Z', () => notify())
  expect(await db.notification.count({ where: { cycleId: cycle.id, kind: 'cycle_closing' } })).toBe(0)
})

test('the rest is reminded: each assignment once a day, each person once, and where nobody can be told is named', async () => {
  const { organization, main, ids } = await givenOffice()
  const nobody = await givenOrganization()
  await givenAssignment({ to: nobody })
  const cycle = await givenCycle({ organizations: [organization.slug, nobody.slug] })
  const third = await givenAssignment({ to: organization })
  await report(main, ids[0] ?? '')
  const note = 'The conference meets in July.'
  const sent = await remindCycle(chen, { id: cycle.id, note })
  expect(sent).toMatchObject({ changed: true, value: { done: 1, already: 0, unreachable: [nobody.name] } })
  expect(await remindCycle(chen, { id: cycle.id })).toMatchObject({ changed: false, value: { done: 0, already: 1 } })
  expect(refusalOf(await remind(chen, { assignmentId: ids[1] }))).toBe('reminded_today')
  expect((await eventsOf(third.id)).length).toBe(0)

  expect(await toldTo(main, cycle)).toEqual(['cycle_reminded', 'cycle_opened'])
  const [first] = (await notificationsOf(main)).items
  expect(first).toMatchObject({ note, by: { name: 'chen' } })
  const notifications = first ? [first] : []
  const mail = mailText({ instance: 'Followthrough', name: 'Amina', notifications, unsubscribe: '' })
  expect(mail.text).toContain(`/cycles/${cycle.id}`)
  expect(first && notificationAddress(first)).toBe(`/cycles/${cycle.id}`)
})

test('however many assignments are reminded of, each person gets one notification', async () => {
  const { organization, main } = await givenOffice()
  const cycle = await givenCycle({ organizations: [organization.slug] })
  expect(await remindCycle(chen, { id: cycle.id })).toMatchObject({ value: { done: 2 } })
  expect(await toldTo(main, cycle)).toEqual(['cycle_reminded', 'cycle_opened'])
})
