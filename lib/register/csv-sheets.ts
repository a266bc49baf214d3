import 'server-only'
import type { Addressee, Assignment } from '@/lib/domain/answer-shapes'
import { paragraphInWords } from '@/lib/domain/citation'
import { daysReportedLate } from '@/lib/domain/implementation-claim'
import { reportInWords } from '@/lib/domain/report-words'
import { t } from '@/lib/platform/i18n'
import { type LatestReport, latestReportsOf } from '@/lib/recommendations/latest-reports'
import type { RecommendationNow } from '@/lib/recommendations/queries'
import { type AssignmentRow, allAssignmentIdsOf, assignmentRowsOf } from './assignment-list'
import { allIdsOf } from './list'
import { itemsAsJson } from './list-items'
import type { Scope } from './scope'

/** The cells of a row. */
export type Row = readonly (string | number | null | undefined)[]

/** The rows of a CSV file. */
export type Sheet = {
  header: () => Row
  /** Returns the IDs of all rows, in parts. */
  idsOf: (scope: Scope, size: number) => AsyncGenerator<string[]>
  rowsOf: (ids: string[]) => Promise<Row[]>
}

/** A recommendation in each row. */
export const recommendations: Sheet = {
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

/** An assignment in each row. */
export const assignments: Sheet = {
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
