import { reportInWords } from '@/lib/domain/report-words'
import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Addressee, Assignment } from '@/lib/domain/answer-shapes'
import { paragraphInWords } from '@/lib/domain/citation'
import { daysReportedLate } from '@/lib/domain/implementation-claim'
import { byteOrderMark, csvRow, type Separator } from '@/lib/platform/csv'
import { t } from '@/lib/platform/i18n'
import { currentLanguage, inLanguage } from '@/lib/platform/languages'
import { ok, type Result } from '@/lib/platform/result'
import { type LatestReport, latestReportsOf } from '@/lib/recommendations/latest-reports'
import type { RecommendationNow } from '@/lib/recommendations/queries'
import { type AssignmentRow, allAssignmentIdsOf, assignmentRowsOf } from './assignment-list'
import type { Filters } from './filters'
import { allIdsOf, pageOf } from './list'
import { itemsAsJson } from './list-items'
import { type Scope, scopeOf } from './scope'

type Row = readonly (string | number | null | undefined)[]

type Sheet = {
  header: () => Row
  /** Returns the IDs of all rows, in parts. */
  idsOf: (scope: Scope, size: number) => AsyncGenerator<string[]>
  rowsOf: (ids: string[]) => Promise<Row[]>
}

const rowsAtATime = 200

/**
 * Returns all recommendations that match the filters at this moment, one row each. Rows are written while they are
 * read.
 */
export const recommendationsCsv = (actor: Actor, filters: Filters, separator?: Separator) =>
  csvOf(actor, filters, recommendations, separator)

/** Returns all assignments that match the filters at this moment, one row each. */
export const assignmentsCsv = (actor: Actor, filters: Filters, separator?: Separator) =>
  csvOf(actor, filters, assignments, separator)

/** Returns a page of recommendations as the API returns it, with the cursor of the next page. */
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
  const rows = [header(), ...(await rowsOf(page.value.ids))]
  return ok({ text: byteOrderMark + rows.map((row) => csvRow(row, separator)).join(''), next: page.value.next })
}

async function csvOf(
  actor: Actor,
  filters: Filters,
  sheet: Sheet,
  separator?: Separator,
): Promise<Result<AsyncGenerator<string>>> {
  const scope = await scopeOf(actor, filters)
  return scope.ok ? ok(linesOf(scope.value, sheet, separator, currentLanguage())) : scope
}

/** Returns the lines. They may be read after the request is over, so each is written in the language of the request. */
async function* linesOf(
  scope: Scope,
  { header, idsOf, rowsOf }: Sheet,
  separator: Separator | undefined,
  language: string,
) {
  yield byteOrderMark + csvRow(inLanguage(language, header), separator)
  for await (const ids of idsOf(scope, rowsAtATime)) {
    const rows = await inLanguage(language, () => rowsOf(ids))
    yield rows.map((row) => csvRow(row, separator)).join('')
  }
}

const recommendations: Sheet = {
  header: () => [
    t('csv.key'),
    t('csv.document'),
    t('csv.documentTitle'),
    t('csv.paragraph'),
    t('csv.citation'),
    t('csv.title'),
    t('csv.quote'),
    t('csv.kind'),
    t('csv.status'),
    t('csv.open'),
    t('csv.begun'),
    t('csv.implemented'),
    t('csv.verified'),
    t('csv.closed'),
    t('csv.reportedLate'),
    t('csv.nextDue'),
    t('csv.organizations'),
    t('csv.addressees'),
    t('csv.themes'),
    t('csv.changed'),
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
  // In words, because a spreadsheet reads 1.10 as a number and 3-4 as a date.
  paragraphInWords(item.paragraph),
  item.citation,
  item.title,
  item.quote,
  t(`kind.${item.kind}`),
  t(`status.${item.status}`),
  counts.open,
  counts.begun,
  counts.implemented,
  counts.verified,
  counts.closed,
  item.assignments.filter((assignment) => daysReportedLate(assignment) > 0).length,
  item.nextDueOn,
  item.assignments.map(({ organization, status }) => `${organization.name} (${t(`status.${status}`)})`).join('; '),
  item.addressees.map(({ words }: Addressee) => words).join('; '),
  item.themes.join('; '),
  item.updatedAt,
]

const assignments: Sheet = {
  header: () => [
    t('csv.key'),
    t('csv.document'),
    t('csv.documentTitle'),
    t('csv.title'),
    t('csv.organization'),
    t('csv.group'),
    t('csv.role'),
    t('csv.owner'),
    t('csv.due'),
    t('csv.originalDue'),
    t('csv.daysLate'),
    t('csv.status'),
    t('csv.position'),
    t('csv.progress'),
    t('csv.verification'),
    t('csv.closure'),
    t('csv.reportAsOf'),
    t('csv.reportProgress'),
    t('csv.reportWords'),
  ],
  idsOf: allAssignmentIdsOf,
  async rowsOf(ids) {
    const [rows, reports] = await Promise.all([assignmentRowsOf(ids), latestReportsOf(ids)])
    return rows.map((row) => [...assignmentRow(row), ...reportRow(reports.get(row.assignment.id))])
  },
}

const reportRow = (report: LatestReport | undefined): Row =>
  report ? [report.asOf, t(`progress.${report.progress}`), reportInWords(report)] : [null, null, null]

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
  t(`assignmentRole.${duty.role}`),
  owner &&
    (owner.active ? owner.name : t('list.formerOwner', { name: owner.name, closed: owner.closed ? 'yes' : 'no' })),
  duty.dueOn,
  duty.originalDueOn,
  daysReportedLate(duty) || undefined,
  t(`status.${duty.status}`),
  t(`position.${duty.position}`),
  t(`progress.${duty.progress}`),
  t(`verification.${duty.verification}`),
  duty.closure && t(`closure.${duty.closure}`),
]
