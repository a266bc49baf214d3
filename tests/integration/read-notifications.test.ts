import { beforeAll, expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { archiveDocument } from '@/lib/documents/archive-document'
import { notificationInWords } from '@/lib/notifications/notification-words'
import { notify } from '@/lib/notifications/notify'
import { NotificationCursor, notificationsOf, unreadCount } from '@/lib/notifications/queries'
import { readNotification, readNotifications, readNotificationsAbout } from '@/lib/notifications/read-notification'
import { cursorOf } from '@/lib/platform/cursor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { givenAssignment, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenNotified } from '../support/notified'

const { bruno, chen, elif, faisal } = people

beforeAll(givenNotified)

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

test('a correction is not called a move, nor another action an implementation', async () => {
  const reader = await givenPerson({ organizationIds: [organizations.health.id] })
  const { key } = await givenRecommendation()
  const told = { key, organization: organizations.health.slug, owner: reader.email, dueOn: '2099-06-03' }
  const { id } = valueIn(await assign(chen, told))
  valueIn(await changeAssignment(chen, { id, version: 1, dueOn: '2099-03-06', reason: 'Mistyped.', correction: true }))
  const { id: reportId } = valueIn(
    await reportProgress(reader, { assignmentId: id, progress: 'implemented', narrative: 'Done by a decree.' }),
  )
  valueIn(await reviewReport(elif, { reportId, decision: 'accept_alternative', note: 'The decree meets the aim.' }))
  await notify()

  const { items } = await notificationsOf(reader)
  expect(items.map(notificationInWords)).toEqual([
    'elif accepted another action of Ministry of Health as meeting the aim',
    'chen corrected the mistyped due date of Ministry of Health to 6 March 2099',
    'chen assigned this recommendation to Ministry of Health, due on 3 June 2099',
  ])
})

test('who opens the page of an assignment has read what is told of it, and nobody else has', async () => {
  const [reader, other] = [await givenPerson(), await givenPerson()]
  const { id: assignmentId } = await givenAssignment()
  for (const { id: userId } of [reader, other]) {
    const key = `due:1:${assignmentId}:2099-06-30`
    await db.notification.create({ data: { id: newId(), userId, assignmentId, kind: 'due', key, at: new Date() } })
  }
  expect(await readNotificationsAbout(reader, assignmentId)).toMatchObject({ value: { count: 1 } })
  expect([await unreadCount(reader), await unreadCount(other)]).toEqual([0, 1])
})

const unreadable: [moment: string, until: string][] = [
  ['in the year 0', '0000-01-01T00:00:00Z'],
  ['with 300 digits after the second', `2026-01-01T00:00:00.${'1'.repeat(300)}Z`],
  ['in no time zone', '2026-01-01T00:00:00'],
]
test.each(unreadable)('a moment %s is no place in the list, and nothing is read until then', async (_, until) => {
  const after = cursorOf('notifications', [until, newId()])
  expect(NotificationCursor.safeParse(after).success).toBe(false)
  expect(await notificationsOf(bruno, { after })).toEqual(await notificationsOf(bruno))
  expect(await readNotifications(bruno, { until })).toMatchObject({ reason: 'invalid' })
})

test('of the account of somebody else only those are told who keep the record now', async () => {
  const { id: userId } = await givenPerson({ role: 'coordinator' })
  await db.notification.create({ data: { id: newId(), userId, kind: 'owner_left', key: 'event:1', at: new Date() } })
  const unread = () => unreadCount({ id: userId, role: 'coordinator', organizationIds: [] })
  expect(await unread()).toBe(1)
  await db.user.update({ where: { id: userId }, data: { role: 'viewer' } })
  expect(await unread()).toBe(0)
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
