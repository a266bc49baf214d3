import type { Actor } from '@/lib/domain/actor'
import { timelineOf } from '@/lib/history/timeline'
import { dashboardAsJson } from '@/lib/overview/dashboard'
import { shownDay } from '@/lib/platform/shown-day'
import {
  assignmentFacetsOf,
  assignmentPageOf,
  assignmentRowsOf,
  shownAssignmentsOf,
} from '@/lib/register/assignment-list'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { facetsOf } from '@/lib/register/facets'
import { optionsOf } from '@/lib/register/filter-options'
import { groupings, readFilters } from '@/lib/register/filters'
import { groupTotalsOf } from '@/lib/register/group-totals'
import { groupsOf } from '@/lib/register/grouped-list'
import { listAsJson, pageOf, totalOf } from '@/lib/register/list'
import { rowPageOf } from '@/lib/register/list-rows'
import { matrixOf } from '@/lib/register/matrix'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { findRecommendationView } from '@/lib/register/recommendation-view'
import { scopeOf } from '@/lib/register/scope'
import { assignmentsCsv, recommendationsCsv } from './exported'
import { valueIn } from './given'

const read = (query: string) => valueIn(readFilters(new URLSearchParams(query)))

const filters = [
  '',
  'sort=changed',
  'sort=due',
  'status=in_progress',
  'status=verified&status=closed',
  'kind=finding',
  'theme=Trade',
  'document=YEAR',
  'organization=ministry-of-finance',
  'organization=ministry-of-finance&sort=due',
  'group=ministries',
  'owner=none',
  'owner=me',
  'due=overdue',
  'due=soon',
  'due=none',
  'assignment=pending',
  'position=not_accepted',
  'verification=submitted',
  'verification=returned',
  'original=past',
  'silent=yes',
  'begun=2027-01-15',
  'age=quarter',
  'age=year',
  'evidence=none',
  'assigned=2027-Q2&answered=month',
  'met=yes',
]

async function csvOf(csv: typeof recommendationsCsv, actor: Actor) {
  let text = ''
  for await (const part of valueIn(await csv(actor, read('')))) text += part
  return text
}

/** Everything that the lists show with these filters. */
async function list(actor: Actor, query: string) {
  const scope = valueIn(await scopeOf(actor, read(query)))
  const facets = await facetsOf(scope)
  return {
    json: JSON.parse(valueIn(await listAsJson(actor, read(query)))),
    rows: valueIn(await rowPageOf(scope)),
    total: await totalOf(scope),
    facets,
    options: await optionsOf(scope),
    assignments: await assignmentRowsOf(valueIn(await assignmentPageOf(scope)).ids),
    shown: valueIn(await shownAssignmentsOf(scope)),
    assignmentFacets: await assignmentFacetsOf(scope),
    groups: await groupTotalsOf(scope),
  }
}

async function matrix(actor: Actor) {
  const scope = valueIn(await scopeOf(actor, read('')))
  const { cells, memberCells, groupCells, ...shown } = await matrixOf(
    valueIn(await pageOf(scope)).ids,
    shownDay(),
    'ministries',
    scope,
  )
  return [shown, ...[cells, memberCells, groupCells].map((map) => Object.fromEntries(map))]
}

async function grouped(actor: Actor, by: (typeof groupings)[number]) {
  const scope = valueIn(await scopeOf(actor, read('')))
  return valueIn(await groupsOf(scope, by, await facetsOf(scope))).groups.map(({ label, total, rows }) => ({
    ...{ label, total, rows },
  }))
}

/** A sheet without the column that says of which past day it is. */
const undated = (sheet: string) => sheet.replaceAll(/(,State at the end of|,20\d\d-\d\d-\d\d)(?=\r\n)/g, '')

async function dashboard(actor: Actor) {
  const { work: _, ...shown } = JSON.parse(await dashboardAsJson(actor))
  return shown
}

/** Returns what some of the screens show, by their names. `turn` says which screens and which filters. */
export async function screens(actor: Actor, turn: number): Promise<Record<string, unknown>> {
  const next = Math.floor(turn / 3)
  if (turn % 3 === 0) return lists(actor, next)
  return turn % 3 === 1 ? pages(actor, next) : overviews(actor, next)
}

async function lists(actor: Actor, turn: number) {
  const query = filters[turn % filters.length] ?? ''
  return { [`list ${query}`]: await list(actor, query) }
}

async function overviews(actor: Actor, turn: number) {
  const shown: Record<string, unknown> = { dashboard: await dashboard(actor) }
  if (turn % 4 === 0) shown.matrix = await matrix(actor)
  if (turn % 4 === 1) shown.grouped = await grouped(actor, groupings[turn % groupings.length] ?? 'status')
  if (turn % 4 === 2) shown.csv = undated(await csvOf(recommendationsCsv, actor))
  if (turn % 4 === 3) shown.assignmentsCsv = undated(await csvOf(assignmentsCsv, actor))
  return shown
}

/** The pages of a recommendation and of its assignments. */
async function pages(actor: Actor, turn: number) {
  const shown: Record<string, unknown> = {}
  const { items } = JSON.parse(valueIn(await listAsJson(actor, read('limit=200'))))
  for (const { key, assignments } of items.slice(turn % items.length, (turn % items.length) + 1)) {
    shown[`recommendation ${key}`] = await findRecommendationView(actor, key)
    shown[`recommendation ${key} in full`] = await findRecommendationInFull(actor, key)
    shown[`history ${key}`] = await timelineOf(actor, { key })
    for (const { id } of assignments) shown[`assignment ${id}`] = await findAssignmentView(actor, id)
  }
  return shown
}
