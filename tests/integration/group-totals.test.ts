import { beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { at } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { assignmentFacetsOf, assignmentRowsOf, shownAssignmentsOf } from '@/lib/register/assignment-list'
import { type Filters, paramsOf, readFilters } from '@/lib/register/filters'
import { groupTotalsOf } from '@/lib/register/group-totals'
import { scopeOf } from '@/lib/register/scope'
import { people, valueIn } from '../support/given'
import { expectListed, listed } from '../support/listed'
import { givenWorld, onThatDay } from '../support/world'

beforeAll(async () => {
  await givenWorld(23)
})

const asked = (filters: Parameters<typeof paramsOf>[0]) => valueIn(readFilters(paramsOf({ ...filters, limit: 7 })))

/** All that the screen lists, page by page. */
async function shownTo(filters: Filters) {
  const ids: string[] = []
  let after: string | undefined
  do {
    const scope = valueIn(await scopeOf(people.chen, { ...filters, after }))
    const page = valueIn(await shownAssignmentsOf(scope))
    ids.push(...page.ids)
    after = page.next ?? undefined
  } while (after)
  return (await assignmentRowsOf(ids)).map(({ assignment }) => assignment)
}

const pending: string[] = ['not_started', 'in_progress', 'partially_implemented']

test.each([
  {},
  { document: 'WORLD-1' },
  { due: 'overdue' },
  { assignment: ['pending'] },
  { archived: 'yes' },
  { q: 'world' },
  { q: 'world', assignment: ['pending'] },
  { q: 'world', archived: 'yes' },
])('of %o each group is one row, and together with what came by none they are all', (filters) =>
  at(onThatDay, async () => {
    const scope = valueIn(await scopeOf(people.chen, asked(filters)))
    const groups = await groupTotalsOf(scope)
    const direct = await shownTo(asked(filters))

    const total = groups.reduce((sum, group) => sum + group.total, 0)
    expect(total).toBeGreaterThan(0)
    expect(total + direct.length).toBe(await listed.assignments(filters))
    for (const { slug, total, overdue } of groups) {
      expect(total).toBe(await listed.assignments({ ...filters, group: slug }))
      if (!('due' in filters))
        expect(overdue).toBe(await listed.assignments({ ...filters, group: slug, due: 'overdue' }))
    }
    expect(direct.every(({ group }) => group === undefined)).toBe(true)
  }),
)

test('what is still to be done comes first, the first due first; then what is done', () =>
  at(onThatDay, async () => {
    const shown = await shownTo(asked({ group: 'group-1' }))
    const standing = shown.map(({ status, dueOn = '9999' }) => `${pending.includes(status) ? 0 : 1} ${dueOn}`)
    expect(standing).toEqual([...standing].sort())
    expect(new Set(standing.map(([part]) => part)).size).toBe(2)
    expect(new Set(shown.map(({ id }) => id)).size).toBe(await listed.assignments({ group: 'group-1' }))
  }))

test('the counts of a group by status are those of its list', () =>
  at(onThatDay, async () => {
    for (const { slug, name: _name, ...totals } of await groupTotalsOf(
      valueIn(await scopeOf(people.chen, asked({}))),
    )) {
      const pending = await listed.assignments({ group: slug, assignment: ['pending'] })
      await expectListed({ ...totals, pending }, { group: slug })
    }
  }))

const Step = z.object({
  'Relation Name': z.string().optional(),
  'Actual Loops': z.number(),
  get Plans() {
    return z.array(Step).optional()
  },
})
type Step = z.infer<typeof Step>

/** How many times the plan of the statement that some work makes reads recommendations. */
async function readsDuring(work: () => Promise<unknown>) {
  const asked = vi.spyOn(pool, 'query')
  await work()
  const statements = z
    .array(z.object({ text: z.string(), values: z.array(z.unknown()) }))
    .parse(
      asked.mock.calls.flatMap(([query]) => (JSON.stringify(query).includes('found as materialized') ? [query] : [])),
    )
  asked.mockRestore()
  expect(statements).toHaveLength(1)

  const [{ text = '', values = [] } = {}] = statements
  const { rows } = await pool.query(`explain (analyze, format json) ${text}`, values)
  const [{ Plan }] = z.tuple([z.object({ Plan: Step })]).parse(rows[0]['QUERY PLAN'])
  const loopsOf = (step: Step): number =>
    (step['Relation Name'] === 'recommendations' ? step['Actual Loops'] : 0) +
    (step.Plans ?? []).reduce((sum, part) => sum + loopsOf(part), 0)
  return loopsOf(Plan)
}

test('a search is done once, however many groups and statuses are counted', () =>
  at(onThatDay, async () => {
    const scope = valueIn(await scopeOf(people.chen, asked({ q: 'states should' })))
    // Once for the search, and once for what is closed as a whole and never late.
    expect(await readsDuring(() => groupTotalsOf(scope))).toBeLessThanOrEqual(2)
    expect(await readsDuring(() => assignmentFacetsOf(scope))).toBe(1)
  }))
