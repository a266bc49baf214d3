import 'server-only'
import type { Actor } from '@/lib/people/actor'
import { byteOrderMark, csvRow, type Separator } from '@/lib/platform/csv'
import { words } from '@/lib/platform/i18n'
import { ok, type Result } from '@/lib/platform/result'
import { paragraphInWords } from './citation'
import { daysReportedLate } from './claim'
import type { Filters } from './filters'
import { type LatestReport, latestReportsOf } from './latest-reports'
import { allIdsOf, itemsAsJson, pageOf } from './list'
import { type AssignmentRow, allAssignmentIdsOf, assignmentRowsOf } from './list-assignments'
import type { RecommendationNow } from './queries'
import { type Scope, scopeOf } from './scope'
import type { Addressee, Assignment } from './shapes'

type Row = readonly (string | number | null | undefined)[]

type Sheet = {
  header: Row
  /** The ids of all rows, so many at a time. */
  idsOf: (scope: Scope, size: number) => AsyncGenerator<string[]>
  rowsOf: (ids: string[]) => Promise<Row[]>
}

const rowsAtATime = 200

/** All recommendations that the filters let through at that moment, a row each; written as they are read. */
export const recommendationsCsv = (actor: Actor, filters: Filters, separator?: Separator) =>
  csvOf(actor, filters, recommendations, separator)

/** All assignments that the filters let through at that moment, a row each. */
export const assignmentsCsv = (actor: Actor, filters: Filters, separator?: Separator) =>
  csvOf(actor, filters, assignments, separator)

/** One page of recommendations, as the API is asked for it, and where to go on. */
export async function pageAsCsv(
  actor: Actor,
  filters: Filters,
  separator?: Separator,
): Promise<Result<{ text: string; next: string | null }>> {
  const scope = await scopeOf(actor, filters)
  if (!scope.ok) return scope
  const page = await pageOf(scope.value)
  if (!page.ok) return page
  const { header, rowsOf } = recommendations
  const rows = [header, ...(await rowsOf(page.value.ids))]
  return ok({ text: byteOrderMark + rows.map((row) => csvRow(row, separator)).join(''), next: page.value.next })
}

async function csvOf(
  actor: Actor,
  filters: Filters,
  sheet: Sheet,
  separator?: Separator,
): Promise<Result<AsyncGenerator<string>>> {
  const scope = await scopeOf(actor, filters)
  return scope.ok ? ok(linesOf(scope.value, sheet, separator)) : scope
}

async function* linesOf(scope: Scope, { header, idsOf, rowsOf }: Sheet, separator?: Separator) {
  yield byteOrderMark + csvRow(header, separator)
  for await (const ids of idsOf(scope, rowsAtATime)) {
    yield (await rowsOf(ids)).map((row) => csvRow(row, separator)).join('')
  }
}

const recommendations: Sheet = {
  header: [
    words('csv.key'),
    words('csv.document'),
    words('csv.documentTitle'),
    words('csv.paragraph'),
    words('csv.citation'),
    words('csv.title'),
    words('csv.quote'),
    words('csv.kind'),
    words('csv.status'),
    words('csv.open'),
    words('csv.begun'),
    words('csv.implemented'),
    words('csv.verified'),
    words('csv.closed'),
    words('csv.reportedLate'),
    words('csv.nextDue'),
    words('csv.organizations'),
    words('csv.addressees'),
    words('csv.themes'),
    words('csv.changed'),
  ],
  idsOf: allIdsOf,
  async rowsOf(ids) {
    const items: RecommendationNow[] = JSON.parse(await itemsAsJson(ids))
    return items.map(recommendationRow)
  },
}

const recommendationRow = ({ counts, ...item }: RecommendationNow): Row => [
  item.key,
  item.document.code,
  item.document.title,
  // In words: a spreadsheet takes 1.10 for a number and 3-4 for a date.
  paragraphInWords(item.paragraph),
  item.citation,
  item.title,
  item.quote,
  words(`kind.${item.kind}`),
  words(`status.${item.status}`),
  counts.open,
  counts.begun,
  counts.implemented,
  counts.verified,
  counts.closed,
  item.assignments.filter((assignment) => daysReportedLate(assignment) > 0).length,
  item.nextDueOn,
  item.assignments.map(({ organization, status }) => `${organization.name} (${words(`status.${status}`)})`).join('; '),
  item.addressees.map(({ words }: Addressee) => words).join('; '),
  item.themes.join('; '),
  item.updatedAt,
]

const assignments: Sheet = {
  header: [
    words('csv.key'),
    words('csv.document'),
    words('csv.documentTitle'),
    words('csv.title'),
    words('csv.organization'),
    words('csv.group'),
    words('csv.role'),
    words('csv.owner'),
    words('csv.due'),
    words('csv.originalDue'),
    words('csv.daysLate'),
    words('csv.status'),
    words('csv.progress'),
    words('csv.verification'),
    words('csv.closure'),
    words('csv.reportAsOf'),
    words('csv.reportProgress'),
    words('csv.reportWords'),
  ],
  idsOf: allAssignmentIdsOf,
  async rowsOf(ids) {
    const [rows, reports] = await Promise.all([assignmentRowsOf(ids), latestReportsOf(ids)])
    return rows.map((row) => [...assignmentRow(row), ...reportRow(reports.get(row.assignment.id))])
  },
}

const reportRow = (report: LatestReport | undefined): Row =>
  report
    ? [report.asOf, words(`progress.${report.progress}`), report.narrative || words('one.assignments.erased')]
    : [null, null, null]

const assignmentRow = ({ recommendation, assignment }: AssignmentRow): Row => [
  recommendation.key,
  recommendation.code,
  recommendation.documentTitle,
  recommendation.title,
  ...dutyOf(assignment),
]

const dutyOf = ({ organization, group, owner, ...duty }: Assignment): Row => [
  organization.name,
  group?.name,
  words(`assignmentRole.${duty.role}`),
  owner &&
    (owner.active ? owner.name : words('list.formerOwner', { name: owner.name, closed: owner.closed ? 'yes' : 'no' })),
  duty.dueOn,
  duty.originalDueOn,
  daysReportedLate(duty) || undefined,
  words(`status.${duty.status}`),
  words(`progress.${duty.progress}`),
  words(`verification.${duty.verification}`),
  duty.closure && words(`closure.${duty.closure}`),
]
