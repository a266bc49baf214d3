import { expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { setDueDate } from '@/lib/assignments/set-due-date'
import { recentProgress } from '@/lib/overview/recent-progress'
import { at } from '@/lib/platform/clock'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenOrganization } from '../support/places'

const { health, finance } = organizations
const onDay = <T>(day: string, work: () => Promise<T>) => at(`2026-03-${day}T09:00:00Z`, work)

async function givenTwo() {
  const { key } = await givenRecommendation()
  const give = async (to: { slug: string }) =>
    valueIn(await onDay('01', () => assign(people.chen, { key, organization: to.slug }))).id
  const ids = { health: await give(health), finance: await give(finance) }
  const report = async (day: string, assignmentId: string, progress: string, corrects?: string) => {
    const input = { assignmentId, progress, narrative: 'Done.', corrects }
    return valueIn(await onDay(day, () => reportProgress(people.chen, input))).id
  }
  return { key, ids, report }
}

const told = async (key: string, moment: string) =>
  (await at(moment, recentProgress))
    .filter(({ recommendation }) => recommendation.key === key)
    .map(({ status, organizations }) => [status, ...organizations])

test('what assignments reached in thirty days is told, the last first, those of one recommendation together', async () => {
  const { key, ids, report } = await givenTwo()
  await report('02', ids.health, 'in_progress')
  await report('10', ids.health, 'implemented')
  await report('11', ids.finance, 'implemented')
  await report('12', ids.finance, 'implemented')
  valueIn(await onDay('13', () => setDueDate(people.chen, { key, dueOn: '2026-09-01' })))

  const expected = [
    ['implemented', finance.name, health.name],
    ['in_progress', health.name],
  ]
  expect(await told(key, '2026-03-14T09:00:00Z')).toEqual(expected)
  expect(await told(key, '2026-04-05T09:00:00Z')).toEqual(expected.slice(0, 1))
  expect(await told(key, '2026-04-20T09:00:00Z')).toEqual([])
})

test('what is closed is not told as reported', async () => {
  const { key, ids } = await givenTwo()
  const close = { id: ids.health, closure: 'superseded', reason: 'By a later report.' }
  valueIn(await onDay('05', () => closeAssignment(people.chen, close)))
  expect(await told(key, '2026-03-06T09:00:00Z')).toEqual([['closed', health.name]])
})

test('a report that was corrected counts as its correction', async () => {
  const { key, ids, report } = await givenTwo()
  await report('02', ids.health, 'in_progress')
  const mistake = await report('10', ids.health, 'implemented')
  expect(await told(key, '2026-03-10T10:00:00Z')).toEqual([
    ['implemented', health.name],
    ['in_progress', health.name],
  ])
  await report('11', ids.health, 'in_progress', await report('10', ids.health, 'implemented', mistake))
  expect(await told(key, '2026-03-12T09:00:00Z')).toEqual([['in_progress', health.name]])
  expect((await at('2026-04-03T09:00:00Z', recentProgress)).map((one) => one.recommendation.key)).not.toContain(key)

  const first = await report('12', ids.finance, 'implemented')
  await report('13', ids.finance, 'partially_implemented', first)
  await report('14', ids.health, 'implemented')
  expect(await told(key, '2026-03-15T09:00:00Z')).toEqual([
    ['implemented', health.name],
    ['partially_implemented', finance.name],
    ['in_progress', health.name],
  ])
})

test('what was verified before its report was corrected is told no more', async () => {
  const { key, ids, report } = await givenTwo()
  const mistake = await report('10', ids.health, 'implemented')
  valueIn(await onDay('11', () => reviewReport(people.elif, { reportId: mistake, decision: 'accept' })))
  expect(await told(key, '2026-03-11T10:00:00Z')).toContainEqual(['verified', health.name])
  await report('12', ids.health, 'in_progress', mistake)
  expect(await told(key, '2026-03-13T09:00:00Z')).toEqual([['in_progress', health.name]])
})

test('however many organizations reached it, all of them are told, and what others reached beside them', async () => {
  const organizations = await Promise.all(Array.from({ length: 45 }, () => givenOrganization()))
  let hour = 8
  const reach = (to: { slug: string }[]) =>
    at(`2027-05-01T${String(++hour).padStart(2, '0')}:00:00Z`, async () => {
      const { key } = await givenRecommendation()
      for (const { slug: organization } of to) {
        const { id: assignmentId } = valueIn(await assign(people.chen, { key, organization }))
        valueIn(await reportProgress(people.chen, { assignmentId, progress: 'in_progress', narrative: 'Begun.' }))
      }
      return key
    })
  const reachFive = async () => {
    const entries: [string, number][] = []
    for (const organization of organizations.slice(0, 5)) entries.unshift([await reach([organization]), 1])
    return entries
  }
  const numbers = () =>
    at('2027-05-02T09:00:00Z', async () =>
      (await recentProgress()).map(({ recommendation, organizations }) => [recommendation.key, organizations.length]),
    )

  const earlier = await reachFive()
  const many = await reach(organizations)
  expect(await numbers()).toEqual([[many, 45], ...earlier])
  const later = await reachFive()
  expect(await numbers()).toEqual([...later, [many, 45]])
})
