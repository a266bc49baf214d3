import { expect, test } from 'vitest'
import { GET as assignmentOf } from '@/app/api/v1/assignments/[assignment]/route'
import { GET as dashboardNow } from '@/app/api/v1/dashboard/route'
import { POST as annotateNow } from '@/app/api/v1/recommendations/[key]/annotations/route'
import { GET as historyOf } from '@/app/api/v1/recommendations/[key]/history/route'
import { GET as recommendationOf } from '@/app/api/v1/recommendations/[key]/route'
import { GET as list } from '@/app/api/v1/recommendations/route'
import { annotate } from '@/lib/annotations/annotate'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { addOrganization } from '@/lib/organizations/add-organization'
import { renameSelf } from '@/lib/people/rename-self'
import { at, daysAfter, today } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { pastDayOf, showing } from '@/lib/platform/shown-day'
import { addDocument } from '@/lib/registration/add-document'
import { reportProgress } from '@/lib/reports/report-progress'
import { call } from '../support/api'
import { people, valueIn } from '../support/given'
import { givenTwoDays, twoDays } from '../support/given-two-days'

const { chen, amina } = people

const { before, added, reported } = twoDays

const asOf = (day: string, query = '') => ({ as: 'amina' as const, query: `as-of=${day}${query}` })

test('an assignment, its recommendation and their history are as they stood at the end of the day', async () => {
  const { key, id } = await givenTwoDays()

  const assignment = await call(assignmentOf, { assignment: id }, asOf(added))
  expect(assignment.body).toMatchObject({ status: 'not_started', reports: [], next: [] })
  expect(await call(assignmentOf, { assignment: id }, asOf(reported))).toMatchObject({
    body: { status: 'implemented', reports: [{ narrative: 'The act entered into force.' }], next: [] },
  })
  expect((await call(assignmentOf, { assignment: id }, { as: 'amina' })).body.next).not.toEqual([])

  expect((await call(recommendationOf, { key }, asOf(added))).body).toMatchObject({ status: 'not_started' })
  const history = await call(historyOf, { key }, asOf(added))
  expect(history.body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
    'assignment.made',
    'recommendation.added',
  ])
  expect((await call(recommendationOf, { key }, asOf(before))).status).toBe(404)
})

test('lists and the dashboard count what there was, and what was late then', async () => {
  const { code } = await givenTwoDays()

  const late = (day: string) => call(list, {}, asOf(day, `&document=${code}&due=overdue`))
  expect((await late(added)).body.total).toBe(0)
  expect((await call(list, {}, asOf(added, `&document=${code}&due=soon`))).body.total).toBe(1)
  expect((await call(list, {}, asOf(before))).body).toEqual({ items: [], next: null, total: 0 })
  expect((await call(dashboardNow, {}, asOf(before))).body).toMatchObject({
    ...{ today: before, documents: [], documentTotal: 0, changed: [], reached: [] },
    recommendations: { total: 0 },
  })
  expect((await call(dashboardNow, {}, asOf(added))).body).not.toHaveProperty('work')
})

test('a sheet says of which day it is, and its next page is of the same day', async () => {
  const paragraphs = ['1', '2'].map((label) => ({ label, text: 'States should act.' }))
  const recommendations = ['1', '2'].map((paragraph) => ({ paragraph, start: 0, end: 18 }))
  const code = `SHEET-${newId().toUpperCase()}`
  valueIn(await at(`${added}T10:00:00Z`, () => addDocument(chen, { code, title: 'Two', paragraphs, recommendations })))

  const { body, link } = await call(list, {}, asOf(added, `&document=${code}&format=csv&limit=1`))
  const [header, row] = body.split('\r\n')
  expect([header, row]).toEqual([expect.stringMatching(/,State at the end of$/), expect.stringMatching(/,2026-01-01$/)])
  expect(link).toContain(`&as-of=${added}`)
})

test('a day to come and one that cannot be read are refused; today is the present', async () => {
  const tomorrow = daysAfter(today(), 1)
  for (const [day, code] of [
    [tomorrow, 'as_of_to_come'],
    ['yesterday', 'day_unreadable'],
    ['2026-02-30', 'day_unreadable'],
    ['0000-01-01', 'day_unreadable'],
  ] as const) {
    expect(await call(list, {}, asOf(day))).toMatchObject({ status: 422, body: { errors: [{ field: 'as-of', code }] } })
  }
  const { id } = await givenTwoDays()
  expect(await call(assignmentOf, { assignment: id }, asOf(today()))).toEqual(
    await call(assignmentOf, { assignment: id }, { as: 'amina' }),
  )
})

test('a day before there were registers is refused, and a change never names a day', async () => {
  const { key } = await givenTwoDays()
  expect(await call(list, {}, asOf('0001-01-01'))).toMatchObject({ status: 422 })
  expect(await call(list, {}, asOf('1900-01-01'))).toMatchObject({ status: 200, body: { items: [] } })
  expect(await call(annotateNow, { key }, { ...asOf(added), body: { body: 'Then.' } })).toMatchObject({ status: 422 })
})

test('nothing can be changed where a past day is shown', async () => {
  const { key } = await givenTwoDays()
  const note = () => annotate(amina, { key, body: 'A note.' })
  const name = () => renameSelf(amina, { version: 1, name: 'Amina' })
  const inPast = <T>(work: () => T) => showing(pastDayOf(added), work)

  expect(await inPast(note)).toMatchObject({ ok: false, code: 'annotation_forbidden' })
  await expect(inPast(name)).rejects.toThrow('past day')
  expect([(await note()).ok, (await name()).ok]).toEqual([true, true])
})

test('what was read of a past day is kept until something changes that it shows as it is now', async () => {
  const { key, id } = await givenTwoDays()
  let asked = 0
  const ask = cacheUntilNextEvent(async (_: null) => ++asked)
  const askOf = (day: string) => showing(pastDayOf(day), () => ask(null))

  expect([await askOf(added), await askOf(reported), await ask(null), await askOf(added)]).toEqual([1, 2, 3, 1])
  const report = { assignmentId: id, progress: 'in_progress', narrative: 'It goes on.' }
  valueIn(await reportProgress(amina, report))
  valueIn(await annotate(amina, { key, body: 'A note.' }))
  expect([await askOf(added), await ask(null)]).toEqual([1, 4])
  valueIn(await addOrganization(chen, { name: `Agency ${newId()}` }))
  expect(await askOf(added)).toBe(5)

  const { id: note } = valueIn(await annotate(amina, { key, body: 'A slip.' }))
  expect(await askOf(added)).toBe(5)
  valueIn(await withdrawAnnotation(amina, { id: note }))
  expect(await askOf(added)).toBe(6)
})

test('each table of the past has the columns of the table that it stands for', async () => {
  const { rows } = await pool.query<{ name: string }>({
    name: 'columns-of-the-past',
    text: `
      select c.table_name || '.' || c.column_name as name from information_schema.columns c
      where c.table_schema = 'public' and c.table_name in (
        select table_name from information_schema.views where table_schema = 'as_of')
      except
      select table_name || '.' || column_name from information_schema.columns where table_schema = 'as_of'`,
  })
  expect(rows.map(({ name }) => name).sort()).toEqual(['assignments.claimed_at'])
})
