import { beforeAll, expect, test } from 'vitest'
import { setArchived } from '@/lib/documents/set-archived'
import { changesSince } from '@/lib/overview/changes-since'
import type { DayCount } from '@/lib/overview/count-days'
import { dashboard } from '@/lib/overview/dashboard'
import { type TrendInput, trendOf } from '@/lib/overview/trend'
import { alteredSealedDay } from '@/lib/overview/verify-sealed-days'
import { at, daysAfter } from '@/lib/platform/clock'
import { db, readNamed } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { pastDayOf, showing } from '@/lib/platform/shown-day'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { begin, change, merge, publish } from '../support/changes-of-a-year'
import { countedAt } from '../support/counted-at'
import { expectFollowUp } from '../support/expected-follow-up'
import { organizations, people, valueIn } from '../support/given'
import { givenCycle } from '../support/given-cycle'
import { listed } from '../support/listed'

const { chen } = people
const { health, finance } = organizations

const last = '2027-06-18'
const onLastDay = `${last}T12:00:00Z`
const ofPast = <T>(day: string, work: () => Promise<T>) => showing(day === last ? undefined : pastDayOf(day), work)

const archive = (archived: boolean) => setArchived(chen, { code: 'LATER' }, archived)

const trend = async (asked: TrendInput) => valueIn(await trendOf(chen, asked))

let cycle = ''

beforeAll(async () => {
  await at('2027-01-01T06:00:00Z', begin)
  await at('2027-01-01T07:00:00Z', () => publish('LATER'))
  for (let day = '2027-01-01'; day < last; day = daysAfter(day, 3)) {
    // The changes of a day in Samoa and Hawaii: before midnight in UTC and after it.
    for (const time of ['00:00:00.000', '09:00:00', '23:59:59.999']) await at(`${day}T${time}Z`, change)
    if (day === '2027-04-01' || day === '2027-05-01') {
      valueIn(await at(`${day}T06:00:00Z`, () => archive(day === '2027-04-01')))
    }
    if (day === '2027-03-05') valueIn(await at(`${day}T06:00:00Z`, merge))
    if (day === '2027-05-10') {
      cycle = (await at(`${day}T06:00:00Z`, () => givenCycle({ opensOn: day, closesOn: '2027-05-31' }))).id
    }
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
  { group: 'ministries' },
  { organization: finance.slug, document: 'LATER' },
  { theme: 'ocean' },
  { theme: 'none', document: 'YEAR' },
  { cycle: 'Mid-year' },
])('of %o the points are what its lists show', (named) =>
  at(onLastDay, async () => {
    const whose = { ...named, ...(named.cycle && { cycle }) }
    const { points } = await trend({ ...whose, period: 'quarter' })
    expect(points.length).toBe(14)
    expect(points.some((point) => totalOf(point) > 0)).toBe(true)
    for (const { day, byStatus, overdue } of points.slice(-4)) {
      await ofPast(day, async () => {
        expect(overdue).toBe(await listed.assignments({ ...whose, due: 'overdue' }))
        for (const status of Object.values(AssignmentStatus))
          expect(byStatus[status] ?? 0).toBe(await listed.assignments({ ...whose, assignment: [status] }))
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

test('days that are over are kept, and stay the same when a document is archived', () =>
  at(onLastDay, async () => {
    const before = await trend({})
    expect(await db.sealedDay.count({ where: { day: new Date(last) } })).toBe(0)
    expect(await db.sealedDay.count()).toBeGreaterThan(50)

    valueIn(await archive(true))
    const after = await trend({ period: 'year', step: 'week' })
    expect(after.points.slice(0, -1)).toEqual(before.points.slice(0, -1))
    expect(totalOf(after.points.at(-1))).toBeLessThan(totalOf(before.points.at(-1)))
    expect(totalOf(after.points.at(-1))).toBe(await listed.assignments({}))
    await db.sealedDay.deleteMany()
    expect(await trend({ period: 'year', step: undefined })).toEqual(after)
    expect(await trendOf(people.amina, { document: 'LATER' })).toMatchObject({
      ok: false,
      errors: [{ field: 'document' }],
    })
    valueIn(await archive(false))
  }))

test('stored counts are compared with those of the versions', async () => {
  await at(onLastDay, () => trend({}))
  expect(await alteredSealedDay()).toBeUndefined()
  await db.sealedDay.update({
    where: { zone_day: { zone: 'UTC', day: new Date('2027-05-21') } },
    data: { overdue: 999 },
  })
  expect(await alteredSealedDay()).toBe('2027-05-21')
  await db.sealedDay.deleteMany()
})

test('figures of now name their event, by whose number they can be counted again', () =>
  at(onLastDay, async () => {
    const { seq, hash, assignments } = await dashboard(chen)
    expect(await db.event.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({ seq: BigInt(seq), hash })
    for (const whose of [{}, { document: 'YEAR' }, { organization: health.slug }]) {
      expect(await trend(whose)).toMatchObject({ seq, hash })
    }
    expect(await showing(pastDayOf('2027-06-11'), () => trend({}))).toMatchObject({
      seq: await db.event.count({ where: { at: { lt: new Date('2027-06-12') } } }),
    })
    // These have moments before the last event, and numbers after it.
    for (let n = 0; n < 10; n++) await at('2027-05-01T07:00:00Z', change)
    expect(await countedAt(seq)).toEqual(withoutZeros(assignments.byStatus))
    expect((await dashboard(chen)).seq).toBeGreaterThan(seq)
  }))

test.each(['2027-01-05', '2027-04-10', '2027-06-10'])('what has happened since %s is in its lists', (since) =>
  at(onLastDay, async () => {
    const [then, now] = [await ofPast(since, everyAssignment), await everyAssignment()]
    const statusThen = (id: string) => then.get(id)?.status ?? ''
    const come = (statuses: string[]) =>
      [...now].filter(([id, { status }]) => statuses.includes(status) && !statuses.includes(statusThen(id)))
    const expected = {
      added: [...now].filter(([id]) => !then.has(id)),
      begun: come(['in_progress', 'partially_implemented', 'implemented', 'verified']),
      implemented: come(['implemented', 'verified']),
      verified: come(['verified']),
      slipped: [...now].filter(([id, { dueOn }]) => dueOn && (then.get(id)?.dueOn ?? '9999') < dueOn),
    }
    const counts = valueIn(await changesSince(chen, {}, since))
    expect(counts).toEqual(Object.entries(expected).map(([name, { length }]) => ({ name, total: length })))
    for (const { name, total } of counts) expect(await listed.assignments({ [name]: since })).toBe(total)
  }),
)

test.each([{}, { document: 'YEAR' }, { theme: 'ocean' }])(
  'age, answers and quarters of %o are in their lists',
  (whose) =>
    at(onLastDay, async () => {
      for (const day of ['2027-04-20', last]) await ofPast(day, () => expectFollowUp(whose, day))
    }),
)

test.each([{ organization: 'nobody' }, { cycle: newId() }, { cycle: 'Mid-year' }])(
  'what is not there, as in %o, is refused',
  async (whose) => {
    expect(await trendOf(chen, whose)).toMatchObject({ ok: false, errors: [{ field: Object.keys(whose)[0] }] })
  },
)

const totalOf = (point: DayCount | undefined) => Object.values(point?.byStatus ?? {}).reduce((sum, n) => sum + n, 0)

type Standing = { id: string; status: string; dueOn: string | null }

/** The assignments of the day that is shown, by ID. */
async function everyAssignment() {
  const text = 'select id, status, due_on as "dueOn" from assignments'
  return new Map((await readNamed<Standing>({ name: 'standing', text })).map((one) => [one.id, one]))
}

const withoutZeros = (byStatus: object) => Object.fromEntries(Object.entries(byStatus).filter(([, n]) => n !== 0))
