import { beforeAll, expect, test } from 'vitest'
import { at } from '@/lib/platform/clock'
import { assignmentRowsOf, shownAssignmentsOf } from '@/lib/register/assignment-list'
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

test.each([{}, { document: 'WORLD-1' }, { due: 'overdue' }, { assignment: ['pending'] }, { archived: 'yes' }])(
  'of %o each group is one row, and together with what came by none they are all',
  (filters) =>
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
    for (const { slug, name: _name, ...tally } of await groupTotalsOf(valueIn(await scopeOf(people.chen, asked({}))))) {
      const pending = await listed.assignments({ group: slug, assignment: ['pending'] })
      await expectListed({ ...tally, pending }, { group: slug })
    }
  }))
