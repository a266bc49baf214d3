import { beforeAll, expect, test } from 'vitest'
import { dashboard } from '@/lib/overview/dashboard'
import { type TrendInput, trendOf } from '@/lib/overview/trend'
import { at, daysAfter } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { pastDayOf, showing } from '@/lib/platform/shown-day'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { begin, change, merge, publish } from '../support/changes-of-a-year'
import { organizations, people, valueIn } from '../support/given'
import { listed } from '../support/listed'

const { chen } = people
const { health, finance } = organizations

const last = '2027-06-18'
const onLastDay = `${last}T12:00:00Z`
const ofPast = <T>(day: string, work: () => Promise<T>) => showing(day === last ? undefined : pastDayOf(day), work)

const trend = async (asked: TrendInput) => valueIn(await trendOf(chen, asked))

beforeAll(async () => {
  await at('2027-01-01T06:00:00Z', begin)
  await at('2027-01-01T07:00:00Z', () => publish('LATER'))
  for (let day = '2027-01-01'; day < last; day = daysAfter(day, 3)) {
    // The changes of a day in Samoa and Hawaii: before midnight in UTC and after it.
    for (const time of ['00:00:00.000', '09:00:00', '23:59:59.999']) await at(`${day}T${time}Z`, change)
    if (day === '2027-03-05') valueIn(await at(`${day}T06:00:00Z`, merge))
  }
}, 120_000)

test('each point is what the dashboard and the lists show of its day', () =>
  at(onLastDay, async () => {
    const { points, asOf, zone } = await trend({})
    expect({ asOf, zone }).toEqual({ asOf: last, zone: 'UTC' })
    expect(points.map(({ day }) => day).slice(-3)).toEqual(['2027-06-04', '2027-06-11', last])
    expect(points.length).toBe(53)
    expect(points.filter(({ overdue }) => overdue > 0).length).toBeGreaterThan(1)
    for (const { day, byStatus, overdue } of points.slice(-24)) {
      const { assignments } = await ofPast(day, () => dashboard(chen))
      expect({ day, overdue, byStatus: withoutZeros(byStatus) }).toEqual({
        ...{ day, overdue: assignments.overdue, byStatus: withoutZeros(assignments.byStatus) },
      })
    }
  }))

test.each<TrendInput>([
  { document: 'YEAR' },
  { organization: health.slug },
  { organization: finance.slug, document: 'LATER' },
])('of %o the points are what its lists show', (whose) =>
  at(onLastDay, async () => {
    const { points } = await trend({ ...whose, period: 'quarter' })
    expect(points.length).toBe(14)
    for (const { day, byStatus, overdue } of points.slice(-4)) {
      await ofPast(day, async () => {
        expect(overdue).toBe(await listed.assignments({ ...asked(whose), due: 'overdue' }))
        for (const status of Object.values(AssignmentStatus))
          expect(byStatus[status] ?? 0).toBe(await listed.assignments({ ...asked(whose), assignment: [status] }))
      })
    }
  }),
)

test('a past day is the last of its trend', () =>
  at(onLastDay, async () => {
    const past = await showing(pastDayOf('2027-06-11'), () => trend({ period: 'quarter' }))
    const { points } = await trend({ period: 'quarter' })
    expect(past.points.slice(-3)).toEqual(points.slice(-4, -1))
  }))

test('all of the time begins with the first event, and months end on their last day', () =>
  at(onLastDay, async () => {
    const { points } = await trend({ period: 'all', step: 'month' })
    expect(points.map(({ day }) => day)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
      last,
    ])
    expect((await trend({ period: 'all' })).points.at(0)?.day).toBe('2027-01-01')
  }))

test('days that are over are kept, and counted again when a document is archived', () =>
  at(onLastDay, async () => {
    const before = await trend({})
    expect(await db.sealedDay.count({ where: { day: new Date(last) } })).toBe(0)
    expect(await db.sealedDay.count()).toBeGreaterThan(50)

    // Only a document without unfinished work is archived by a command. Here it has some, so that every count changes.
    await db.document.update({ where: { code: 'LATER' }, data: { archivedAt: new Date(onLastDay) } })
    const after = await trend({ period: 'year', step: 'week' })
    const total = (byStatus: object) => Object.values(byStatus).reduce((sum, n) => sum + n, 0)
    const [was, is] = [before, after].map(({ points }) => total(points.at(-2)?.byStatus ?? {}))
    expect(is).toBeLessThan(was ?? 0)
    expect(is).toBe(await ofPast('2027-06-11', () => listed.assignments({})))
    expect(await trendOf(people.amina, { document: 'LATER' })).toMatchObject({
      ok: false,
      errors: [{ field: 'document' }],
    })
    await db.document.update({ where: { code: 'LATER' }, data: { archivedAt: null } })
  }))

test('an organization that is not there is refused', async () => {
  expect(await trendOf(chen, { organization: 'nobody' })).toMatchObject({
    ok: false,
    errors: [{ field: 'organization' }],
  })
})

const asked = ({ organization, document }: TrendInput) => ({ organization, document })

const withoutZeros = (byStatus: object) => Object.fromEntries(Object.entries(byStatus).filter(([, n]) => n !== 0))
