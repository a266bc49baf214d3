import { expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import type { Actor } from '@/lib/domain/actor'
import { historyOf } from '@/lib/history/queries'
import { notify } from '@/lib/notifications/notify'
import { readNotificationsOfRecommendation } from '@/lib/notifications/read-notification'
import { organizationsToChoose } from '@/lib/organizations/queries'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { followRecommendation } from '@/lib/recommendations/follow-recommendation'
import { findRecommendationView } from '@/lib/register/recommendation-view'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenGroup, givenOrganization } from '../support/places'

const { amina, bruno, chen, dita } = people
const { health, finance } = organizations

const noon = (day: string) => `${day}T12:00:00Z`

const names = (whole: Awaited<ReturnType<typeof findRecommendationView>>) =>
  whole?.rows.map(({ assignment }) => assignment.organization.name)

test('one’s own organization comes first, then who leads, then the others by name', async () => {
  const { key } = await givenRecommendation()
  await assign(chen, { key, organization: health.slug })
  await assign(chen, { key, organization: finance.slug, role: 'lead' })

  expect(names(await findRecommendationView(dita, key))).toEqual(['Ministry of Health', 'Ministry of Finance'])
  expect(names(await findRecommendationView(chen, key))).toEqual(['Ministry of Finance', 'Ministry of Health'])
})

test('each reader sees whether they follow it, what is unread, and how many changes its history lists', async () => {
  const { key, id } = await givenRecommendation()
  await assign(chen, { key, organization: health.slug })
  valueIn(await annotate(amina, { key, body: 'For us.', audience: 'organization' }))
  valueIn(await followRecommendation(dita, { key }))
  const seen = async (actor: Actor) => {
    const { changes, followed, unread } = (await findRecommendationView(actor, key)) ?? {}
    expect(changes).toBe((await historyOf(actor, { key })).items.length)
    return { changes, followed, unread }
  }
  expect(await seen(bruno)).toEqual({ changes: 1, followed: false, unread: false })
  expect(await seen(dita)).toEqual({ changes: 2, followed: true, unread: false })

  await notify()
  expect(await seen(dita)).toMatchObject({ unread: true })
  valueIn(await readNotificationsOfRecommendation(dita, key))
  expect(await seen(dita)).toMatchObject({ unread: false })

  await db.document.updateMany({ where: { recommendations: { some: { id } } }, data: { archivedAt: new Date() } })
  expect(await seen(chen)).toMatchObject({ changes: 2 })
})

test('the members of a group are one row, until one asks for them; one’s own stands by itself', async () => {
  const { key } = await givenRecommendation()
  const others = await Promise.all([givenOrganization(), givenOrganization(), givenOrganization()])
  const { slug } = await givenGroup(health, ...others)
  const { made } = valueIn(await assignGroup(chen, { key, group: slug, dueOn: '2027-03-31' }))
  const [first] = made
  await reportProgress(chen, { assignmentId: first?.id, progress: 'implemented', narrative: 'Done.' })

  const group = { slug, count: 4, dueOn: '2027-03-31', overdue: 0, byStatus: { not_started: 3, implemented: 1 } }
  expect(await findRecommendationView(chen, key)).toMatchObject({ rows: [], groups: [group] })
  expect(names(await findRecommendationView(dita, key))).toEqual(['Ministry of Health'])
  expect(names(await findRecommendationView(chen, key, { group: slug }))).toHaveLength(4)
  expect(names(await findRecommendationView(chen, key, { assignment: first?.id }))).toEqual([first?.organization.name])
})

test('what is overdue and what comes next is said of what is not yet done', async () => {
  const { key } = await givenRecommendation()
  const late = valueIn(await assign(chen, { key, organization: health.slug, dueOn: '2026-11-15', confirmPast: true }))
  await assign(chen, { key, organization: finance.slug, dueOn: '2026-12-24' })
  const on = (day: string) => at(noon(day), () => findRecommendationView(dita, key))

  expect(await on('2026-11-15')).toMatchObject({ upcoming: { name: 'Ministry of Health', dueOn: '2026-11-15' } })
  expect(await on('2026-11-24')).toMatchObject({
    overdue: { name: 'Ministry of Health', dueOn: '2026-11-15', count: 1 },
    upcoming: { name: 'Ministry of Finance', dueOn: '2026-12-24', count: 1 },
  })

  await reportProgress(amina, { assignmentId: late.id, progress: 'implemented', narrative: 'Done.' })
  expect((await on('2026-11-24'))?.overdue).toBeUndefined()

  await closeRecommendation(chen, { key, closure: 'superseded', reason: 'By a later report.' })
  const closed = await on('2027-01-01')
  expect(closed?.overdue).toBeUndefined()
  expect(closed).toMatchObject({ closure: 'superseded', closing: { reason: 'By a later report.', by: 'chen' } })
})

test('an assignment tells its latest report, how many there are, and why it is closed', async () => {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await assign(chen, { key, organization: health.slug }))
  for (const [day, author] of [amina, chen].entries()) {
    const input = { assignmentId: id, progress: 'in_progress', narrative: `Day ${day + 1}.` }
    await at(noon(`2026-03-0${day + 1}`), () => reportProgress(author, input))
  }
  await closeAssignment(chen, { id, closure: 'superseded', reason: 'By a later report.' })

  const [row] = (await findRecommendationView(dita, key))?.rows ?? []
  expect(row).toMatchObject({ reportCount: 2, closing: { reason: 'By a later report.', by: 'chen' } })
  expect(row?.latest).toMatchObject({
    narrative: 'Day 2.',
    author: { id: chen.id, name: 'chen' },
    onBehalf: true,
    asOf: '2026-03-02',
  })
})

test('notes come with the organizations of who wrote them and with what they said before, to those who may read them', async () => {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await annotate(amina, { key, body: 'First.', audience: 'organization' }))
  await editAnnotation(amina, { id, body: 'Second.', version: 1 })

  const whole = await findRecommendationView(dita, key)
  expect(whole?.noteCount).toBe(1)
  expect(whole?.notes).toMatchObject([
    {
      annotation: { id, body: 'Second.', version: 2 },
      from: ['Ministry of Health'],
      earlier: [{ body: 'First.' }],
      earlierCount: 1,
    },
  ])
  expect(await findRecommendationView(bruno, key)).toMatchObject({ notes: [], noteCount: 0, olderNotes: 0 })
})

test('annotations, their earlier versions and a group’s members come a page at a time, and it says how many more there are', async () => {
  const { key } = await givenRecommendation()
  const members = Array.from({ length: 203 }, newId).map((id) => ({ id, slug: `member-${id}`, name: `Member ${id}` }))
  await db.organization.createMany({ data: members })
  const { slug: group } = await givenGroup(...members)
  valueIn(await assignGroup(chen, { key, group }))
  const { id } = valueIn(await annotate(amina, { key, body: 'Version 1', audience: 'internal' }))
  for (let version = 1; version <= 22; version++) {
    await editAnnotation(amina, { id, body: `Version ${version + 1}`, version })
  }
  for (let n = 1; n <= 50; n++) await annotate(amina, { key, body: `Note ${n}`, audience: 'internal' })

  const first = await findRecommendationView(chen, key, { group })
  const second = await findRecommendationView(chen, key, { group, members: 1, notes: 1 })
  expect(first).toMatchObject({ olderNotes: 1, groups: [{ count: 203 }] })
  expect([first?.notes.length, first?.rows.length, second?.rows.length]).toEqual([50, 200, 3])
  expect(new Set([...(names(first) ?? []), ...(names(second) ?? [])]).size).toBe(203)
  expect(second).toMatchObject({ olderNotes: 0, notes: [{ annotation: { id }, earlierCount: 22 }] })
  expect(second?.notes[0]?.earlier).toHaveLength(20)

  const parent = { id, author: 'amina', beginning: 'Version 23' }
  const { id: answer } = valueIn(await annotate(chen, { key, body: 'Answered.', parent: id }))
  expect((await findRecommendationView(chen, key))?.notes[0]).toMatchObject({
    annotation: { id: answer },
    answers: parent,
  })
  const leading = await findRecommendationView(chen, key, { note: id, notes: 0 })
  expect(leading).toMatchObject({ notesPage: 1, olderNotes: 0, notes: [{}, { annotation: { id } }] })
  expect(leading?.newestNotes.map(({ annotation }) => annotation.body)).toEqual(['Answered.', 'Note 50', 'Note 49'])
  expect(await organizationsToChoose(chen)).toHaveLength(200)
})

test('it stands between its neighbours in the document', async () => {
  const { id, key, documentId, paragraphId } = await givenRecommendation({ text: 'One. Two. Three.' })
  const others = [
    { key: `${key}-b`, start: 5, end: 9, quote: 'Two.' },
    { key: `${key}-c`, start: 10, end: 16, quote: 'Three.' },
  ]
  await db.recommendation.update({ where: { id }, data: { end: 4, quote: 'One.' } })
  await db.recommendation.createMany({
    data: others.map((other) => ({ ...other, documentId, paragraphId, ordinal: 1, title: other.quote })),
  })

  const whole = await findRecommendationView(dita, `${key}-b`)
  expect(whole).toMatchObject({ place: 2, places: 3, previous: key, next: `${key}-c`, text: 'One. Two. Three.' })
  expect(whole?.siblings.map(({ key, start }) => [key, start])).toEqual([
    [key, 0],
    [`${key}-b`, 5],
    [`${key}-c`, 10],
  ])
})

test('what stands in an archived document is there for those who keep the record alone, and says so', async () => {
  const { key } = await givenRecommendation({ archived: true })

  expect(await findRecommendationView(amina, key)).toBeUndefined()
  expect(await findRecommendationView(chen, key)).toMatchObject({ archived: true })
})

test('what is no id opens nothing', async () => {
  const { key } = await givenRecommendation()

  expect(await findRecommendationView(chen, key, { assignment: "x'; drop" })).toMatchObject({ rows: [] })
})
