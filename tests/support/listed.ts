import { expect } from 'vitest'
import type { PartyTotals } from '@/lib/overview/organization-figures'
import { assignmentFacetsOf } from '@/lib/register/assignment-list'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { totalOf } from '@/lib/register/list'
import { scopeOf } from '@/lib/register/scope'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { people } from './given'

type Asked = Parameters<typeof paramsOf>[0]

async function scopeFor(asked: Asked) {
  const filters = readFilters(paramsOf(asked))
  const scope = filters.ok ? await scopeOf(people.chen, filters.value) : filters
  if (!scope.ok) throw new Error(JSON.stringify(scope))
  return scope.value
}

/** Returns the number of rows in a list with these filters. */
export const listed = {
  recommendations: async (asked: Asked) => totalOf(await scopeFor(asked)),
  assignments: async (asked: Asked) => (await assignmentFacetsOf(await scopeFor(asked))).total,
}

/** Expects that each total is that of the list to which it leads. */
export async function expectListed(totals: Omit<PartyTotals, 'slug' | 'name'>, whose: Asked) {
  expect(totals.total).toBe(await listed.assignments(whose))
  expect(totals.pending).toBe(await listed.assignments({ ...whose, assignment: ['pending'] }))
  expect(totals.overdue).toBe(await listed.assignments({ ...whose, due: 'overdue' }))
  for (const status of Object.values(AssignmentStatus)) {
    expect(totals.byStatus[status] ?? 0).toBe(await listed.assignments({ ...whose, assignment: [status] }))
  }
}
