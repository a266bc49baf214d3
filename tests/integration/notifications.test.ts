import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { askAgain } from '@/lib/assignments/ask-again'
import { assign } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { decideDate } from '@/lib/assignments/decide-date'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { requestDate } from '@/lib/assignments/request-date'
import { notify } from '@/lib/notifications/notify'
import { disableUser } from '@/lib/people/disable-user'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { reviewReport } from '@/lib/reports/review-report'
import { emailOf, givenAssignment, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { given, givenNotified, report, toldOf } from '../support/notified'
import { givenOrganization } from '../support/places'

const { amina, chen, dita, elif, faisal, gulnar } = people

beforeAll(givenNotified)

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
  const { version } = await db.assignment.findUniqueOrThrow({ where: { id } })
  await at('2030-01-02T00:00:00Z', async () =>
    valueIn(
      await reviewReport(elif, { reportId: latest.id, version, decision: 'return', note: 'The annex is missing.' }),
    ),
  )
  expect((await toldOf(id)).slice(1)).toEqual(['verified: amina', 'reversed: amina', 'reversed: gulnar'])
})

test('where no reviewer may review a claim, it is told to the coordinators who may', async () => {
  const membership = { userId: elif.id, organizationId: organizations.health.id }
  await db.membership.create({ data: membership })
  const [id, owned] = [await given(), await given({ ownerId: chen.id })]
  await report(amina, id)
  await report(amina, owned)
  expect(await toldOf(id)).toEqual(['claim_waits: chen'])
  expect(await toldOf(owned)).toEqual(['claim_waits: faisal'])
  await db.membership.deleteMany({ where: membership })
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

test('nobody else is told: not a viewer of the organization', async () => {
  expect(await db.notification.count({ where: { userId: dita.id } })).toBe(0)
})
