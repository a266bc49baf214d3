import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { askAgain } from '@/lib/assignments/ask-again'
import { assign } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { decideDate } from '@/lib/assignments/decide-date'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { requestDate } from '@/lib/assignments/request-date'
import { archiveDocument } from '@/lib/documents/archive-document'
import type { Actor } from '@/lib/domain/actor'
import { notify } from '@/lib/notifications/notify'
import { notificationsOf, unreadCount } from '@/lib/notifications/queries'
import { readNotification, readNotifications } from '@/lib/notifications/read-notification'
import { disableUser } from '@/lib/people/disable-user'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import {
  emailOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  valueIn,
} from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenOrganization } from '../support/places'

const { amina, bruno, chen, dita, elif, faisal, gulnar } = people

beforeAll(async () => {
  await givenPeople()
  await db.membership.updateMany({ where: { userId: gulnar.id }, data: { kind: 'alternate' } })
  await notify()
})

/** Returns who is told of an assignment, and what. */
async function toldOf(assignmentId: string) {
  await notify()
  const rows = await db.notification.findMany({
    where: { assignmentId },
    select: { kind: true, user: { select: { name: true } } },
    orderBy: [{ at: 'asc' }, { user: { name: 'asc' } }],
  })
  return rows.map(({ kind, user }) => `${kind}: ${user.name}`)
}

/** An assignment of the Ministry of Health whose making nobody is told of. */
async function given(options: Parameters<typeof givenAssignment>[0] = {}) {
  const { id } = await givenAssignment({ dueOn: '2099-06-30', ...options })
  return id
}

const report = (actor: Actor, assignmentId: string, progress = 'implemented') =>
  reportProgress(actor, { assignmentId, progress, narrative: 'The law is in force.' }).then(valueIn)

test('the main focal points are told of a new assignment, not the alternates, viewers, or others', async () => {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await assign(chen, { key, organization: organizations.health.slug }))
  expect(await toldOf(id)).toEqual(['assigned: amina'])
})

test('without main focal points the alternates are told, and with an owner only the owner', async () => {
  const organization = await givenOrganization()
  const alternate = await givenPerson({ name: 'Alternate', organizationIds: [organization.id] })
  await db.membership.updateMany({ where: { userId: alternate.id }, data: { kind: 'alternate' } })
  const { key } = await givenRecommendation()
  const { id } = valueIn(await assign(chen, { key, organization: organization.slug }))
  expect(await toldOf(id)).toEqual(['assigned: Alternate'])

  const owned = await givenRecommendation()
  const mine = { key: owned.key, organization: organizations.health.slug, owner: emailOf('chen') }
  const assigned = valueIn(await assign(faisal, mine))
  expect(await toldOf(assigned.id)).toEqual(['assigned: chen'])
})

test('nobody is told of what they did', async () => {
  const { key } = await givenRecommendation()
  const own = { key, organization: organizations.health.slug, owner: emailOf('chen') }
  expect(await toldOf(valueIn(await assign(chen, own)).id)).toEqual([])
})

test('a new owner is told; a moved due date is told to whoever acts; a first date is not', async () => {
  const id = await given({ dueOn: '2099-06-30' })
  valueIn(await changeAssignment(chen, { id, version: 1, owner: emailOf('amina') }))
  valueIn(await changeAssignment(chen, { id, version: 2, dueOn: '2099-12-31', reason: 'The law comes first.' }))
  expect(await toldOf(id)).toEqual(['made_owner: amina', 'date_moved: amina'])

  const { id: undated } = await givenAssignment()
  valueIn(await changeAssignment(chen, { id: undated, version: 1, dueOn: '2099-12-31' }))
  expect(await toldOf(undated)).toEqual([])
})

test('a claim is told once to the reviewers of other organizations; its decisions to those who act on it', async () => {
  const id = await given()
  const { id: first } = await report(amina, id)
  await report(amina, id)
  expect(await toldOf(id)).toEqual(['claim_waits: elif'])

  await at('2030-01-01T00:00:00Z', async () => {
    expect(await reviewReport(elif, { reportId: first, decision: 'accept' })).toMatchObject({ ok: false })
    const latest = await db.progressReport.findFirstOrThrow({
      where: { assignmentId: id },
      orderBy: { number: 'desc' },
    })
    valueIn(await reviewReport(elif, { reportId: latest.id, decision: 'accept' }))
  })
  const latest = await db.progressReport.findFirstOrThrow({ where: { assignmentId: id }, orderBy: { number: 'desc' } })
  await at('2030-01-02T00:00:00Z', async () =>
    valueIn(await reviewReport(elif, { reportId: latest.id, decision: 'return', note: 'The annex is missing.' })),
  )
  expect((await toldOf(id)).slice(1)).toEqual(['verified: amina', 'reversed: amina', 'reversed: gulnar'])
})

test('what was returned is told to the owner and to all focal points', async () => {
  const id = await given({ ownerId: amina.id })
  const { id: reportId } = await report(amina, id)
  valueIn(await reviewReport(elif, { reportId, decision: 'return', note: 'The annex is missing.' }))
  expect((await toldOf(id)).slice(1)).toEqual(['returned: amina', 'returned: gulnar'])
})

test('a request for a date is told to coordinators, and its decision to those who act and who asked', async () => {
  const id = await given({ ownerId: amina.id })
  const asked = { assignmentId: id, dueOn: '2099-12-31', reason: 'The law has to pass first.' }
  const { id: requestId } = valueIn(await requestDate(gulnar, asked))
  expect(await toldOf(id)).toEqual(['date_requested: chen'])
  valueIn(await decideDate(chen, { id: requestId, decision: 'grant' }))
  expect((await toldOf(id)).slice(1)).toEqual(['date_granted: amina', 'date_granted: gulnar'])
})

test('a recommendation that is not accepted is told to coordinators, and that they ask again to who acts', async () => {
  const assignmentId = await given()
  const refusal = { assignmentId, position: 'not_accepted', reason: 'The law forbids it.' }
  const { version } = valueIn(await answer(amina, { ...refusal, version: 1 }))
  expect(await toldOf(assignmentId)).toEqual(['not_accepted: chen'])
  valueIn(await askAgain(chen, { assignmentId, version }))
  expect((await toldOf(assignmentId)).slice(1)).toEqual(['asked_again: amina'])
})

test('coordinators are told when the account of an owner is closed who has work to do', async () => {
  const owner = await givenPerson({ organizationIds: [organizations.finance.id] })
  await givenAssignment({ to: organizations.finance, ownerId: owner.id })
  valueIn(await disableUser(faisal, { id: owner.id, version: 1 }))
  valueIn(await disableUser(faisal, { id: (await givenPerson()).id, version: 1 }))
  await notify()
  const told = await db.notification.findMany({ where: { kind: 'owner_left' }, select: { userId: true } })
  expect(told).toEqual([{ userId: chen.id }])
})

test('several processes and a process that ends in between make each notification once', async () => {
  const ids = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const { key } = await givenRecommendation()
      return valueIn(await assign(chen, { key, organization: organizations.finance.slug })).id
    }),
  )
  await Promise.all([notify(), notify(), notify()])
  await db.notificationProgress.updateMany({ data: { seq: { decrement: 6 } } })
  await notify()
  const made = await db.notification.groupBy({
    by: ['assignmentId'],
    where: { assignmentId: { in: ids } },
    _count: true,
  })
  expect(made.map(({ _count }) => _count)).toEqual(ids.map(() => 1))
})

test('an assignment that was removed before anyone was told leaves no notification', async () => {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await assign(chen, { key, organization: organizations.health.slug }))
  valueIn(await removeAssignment(chen, { id }))
  expect(await toldOf(id)).toEqual([])
})

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

test('a page shows the newest first, with who did what, and counts what is unread', async () => {
  const reader = await givenPerson({ organizationIds: [organizations.health.id] })
  const { key, id: recommendationId } = await givenRecommendation()
  const ids = await Promise.all(
    [1, 2, 3].map(async () => {
      const one = await givenRecommendation()
      const told = { key: one.key, organization: organizations.health.slug, owner: reader.email }
      return valueIn(await assign(chen, told)).id
    }),
  )
  const told = { key, organization: organizations.health.slug, owner: reader.email, dueOn: '2099-06-30' }
  const { id } = valueIn(await assign(chen, told))
  await notify()

  const page = await notificationsOf(reader, { limit: 2 })
  expect(page).toMatchObject({
    unread: 4,
    items: [
      {
        kind: 'assigned',
        by: { name: 'chen' },
        assignment: { id, organization: 'Ministry of Health', dueOn: '2099-06-30' },
        recommendation: { key, title: 'Cooperate' },
        date: '2099-06-30',
      },
      {},
    ],
  })
  const rest = await notificationsOf(reader, { limit: 2, after: page.next ?? '' })
  expect(rest.next).toBeNull()
  const seen = [...page.items, ...rest.items].map(({ assignment }) => assignment?.id)
  expect(new Set(seen)).toEqual(new Set([id, ...ids]))

  const code = (await db.document.findFirstOrThrow({ where: { recommendations: { some: { id: recommendationId } } } }))
    .code
  valueIn(await archiveDocument(faisal, { code }))
  expect(await unreadCount(reader)).toBe(3)
})

test('people mark their own notifications as read: one, or all up to what they saw', async () => {
  const reader = await givenPerson({ organizationIds: [organizations.health.id] })
  const told = async () => {
    const { key } = await givenRecommendation()
    valueIn(await assign(chen, { key, organization: organizations.health.slug, owner: reader.email }))
    await notify()
  }
  await told()
  await told()
  const [newest] = (await notificationsOf(reader)).items
  const id = newest?.id ?? ''

  expect(await readNotification(bruno, { id })).toMatchObject({ reason: 'not_found', code: 'notification_not_found' })
  expect(await readNotification(reader, { id: newId() })).toMatchObject({ reason: 'not_found' })
  expect(await readNotification(reader, { id })).toMatchObject({ ok: true, changed: true })
  expect(await readNotification(reader, { id })).toMatchObject({ ok: true, changed: false })
  expect(await unreadCount(reader)).toBe(1)
  expect((await notificationsOf(reader, { unread: true })).items).toHaveLength(1)

  await told()
  expect(await readNotifications(reader, { until: newest?.at })).toMatchObject({ value: { count: 1 } })
  expect(await unreadCount(reader)).toBe(1)
  expect(await readNotifications(reader, { until: 'now' })).toMatchObject({ reason: 'invalid' })
})

test('nobody else is told: not a viewer of the organization', async () => {
  expect(await db.notification.count({ where: { userId: dita.id } })).toBe(0)
})
