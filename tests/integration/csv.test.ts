import { beforeAll, expect, test } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { pageOf } from '@/lib/register/list'
import { readPageQuery } from '@/lib/register/page-query'
import { scopeOf } from '@/lib/register/scope'
import { reportProgress } from '@/lib/reports/report-progress'
import { linesOf } from '../support/csv-lines'
import { assignmentsCsv, recommendationsCsv } from '../support/exported'
import { givenAssignment, givenPeople, givenRecommendation, organizations, people, valueIn } from '../support/given'

beforeAll(async () => {
  await givenPeople()
  // Here dates change without the reasons that they need.
  await pool.query('alter table assignments disable trigger assignments_due_explained')
})

const filtersOf = (input: Parameters<typeof paramsOf>[0]) => valueIn(readFilters(paramsOf(input)))

/** More recommendations than are read at a time, each with an assignment, in one document. */
async function givenMany(count: number) {
  const { recommendation, recommendationId } = await givenAssignment({ dueOn: '2026-03-01' })
  const first = await db.recommendation.findUniqueOrThrow({ where: { id: recommendationId } })
  const { documentId, paragraphId, start, end, quote, title } = first
  const more = Array.from({ length: count - 1 }, (_, place) => ({
    ...{ id: newId(), documentId, paragraphId, ordinal: 1, start, end, quote, title },
    key: `${recommendation.key}x${place}`,
  }))
  await db.recommendation.createMany({ data: more })
  const day = new Date('2026-03-01')
  const owed = { organizationId: organizations.health.id, dueOn: day, originalDueOn: day }
  await db.assignment.createMany({ data: more.map(({ id }) => ({ ...owed, id: newId(), recommendationId: id })) })
  return { document: recommendation.key.slice(0, -'-1.1'.length), ids: [first.id, ...more.map(({ id }) => id)] }
}

/** They change: in every order but that of the text they now come first. */
const stir = (...ids: string[]) =>
  db.assignment.updateMany({
    where: { recommendationId: { in: ids } },
    data: { dueOn: new Date('2026-02-01'), progress: 'in_progress' },
  })

test('a sheet has every row once, whatever changes while it is read', async () => {
  const { document, ids } = await givenMany(203)
  for (const [sort, sheet] of [
    ['changed', recommendationsCsv],
    ['due', recommendationsCsv],
    ['due', assignmentsCsv],
  ] as const) {
    const lines = valueIn(await sheet(people.chen, filtersOf({ document, sort })))
    const read = [(await lines.next()).value, (await lines.next()).value]
    await stir(...ids)
    for await (const more of lines) read.push(more)
    const keys = read.join('').trimEnd().split('\r\n').slice(1)
    expect(new Set(keys.map((row) => row.split(',')[0])).size).toBe(203)
    expect(keys).toHaveLength(203)
    await db.assignment.updateMany({
      where: { recommendationId: { in: ids } },
      data: { dueOn: new Date('2026-03-01') },
    })
  }
})

test('from page to page of a search nothing is missed that changes meanwhile', async () => {
  const { document, ids } = await givenMany(9)
  const found: string[] = []
  for (let after: string | undefined; ; ) {
    const scope = valueIn(await scopeOf(people.chen, filtersOf({ document, q: 'cooperate', limit: 2, after })))
    const page = valueIn(await pageOf(scope))
    found.push(...page.ids)
    const later = ids.find((id) => !found.includes(id))
    if (later) await stir(later)
    if (page.next === null) break
    after = page.next
  }
  expect(found.sort()).toEqual(ids.sort())
})

test('with semicolons, labels stay texts, and no joined name becomes a formula', async () => {
  const { id, key, paragraphId } = await givenRecommendation({ text: '=SUM; "States" should act.' })
  await db.paragraph.update({ where: { id: paragraphId }, data: { label: '1.10' } })
  await db.addressee.createMany({
    data: ['States', '=1+1'].map((words, position) => ({ recommendationId: id, words, position })),
  })
  const filters = filtersOf({ document: key.slice(0, -'-1.1'.length) })
  const [header = '', row] = await linesOf(valueIn(await recommendationsCsv(people.chen, filters, 'semicolon')))
  expect(header.startsWith('\uFEFFKey;Document;')).toBe(true)
  expect(row).toContain(`;Report;Para. 1.10;`)
  expect(row).toContain(`;"'=SUM; ""States"" should act.";`)
  expect(row).toContain(`"States;' =1+1"`)
})

test('a sheet of assignments ends with the latest report of each, its words never a formula', async () => {
  const recommendation = await givenRecommendation()
  const { id: assignmentId } = await givenAssignment({ of: recommendation, to: organizations.health })
  await givenAssignment({ of: recommendation, to: organizations.finance })
  const report = { assignmentId, progress: 'in_progress', asOf: '2026-03-01' }
  valueIn(await reportProgress(people.amina, { ...report, narrative: 'Earlier words.' }))
  valueIn(await reportProgress(people.amina, { ...report, narrative: '=HYPERLINK(1)' }))
  const filters = filtersOf({ document: recommendation.key.slice(0, -'-1.1'.length) })

  const [header, ...rows] = await linesOf(valueIn(await assignmentsCsv(people.dita, filters)))

  expect(header?.endsWith(',Latest report as of,Progress in the latest report,What was done (latest report)')).toBe(
    true,
  )
  expect(
    rows
      .filter(Boolean)
      .map((row) => row.split(',').slice(-3).join())
      .sort(),
  ).toEqual([',,', "2026-03-01,In progress,'=HYPERLINK(1)"])
})

test('a filter that is none is said, and leaves the others', async () => {
  const { shown, errors } = await readPageQuery(people.chen, new URLSearchParams('colour=red&kind=action'))
  expect(shown.kind).toBe('action')
  expect(errors).toEqual([{ field: 'colour', code: 'field_unknown', params: {} }])
})
