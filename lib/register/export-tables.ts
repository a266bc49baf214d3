import 'server-only'
import type { Assignment } from '@/lib/domain/answer-shapes'
import { paragraphInWords } from '@/lib/domain/citation'
import { daysLate, daysReportedLate } from '@/lib/domain/implementation-claim'
import { reportInWords } from '@/lib/domain/report-words'
import type { Cells, Column } from '@/lib/formats/xlsx/write-cells'
import type { Knowing } from '@/lib/people/policy'
import { t } from '@/lib/platform/i18n'
import { type LatestReport, latestReportsOf } from '@/lib/reports/latest-reports'
import { type AssignmentRow, allAssignmentIdsOf, assignmentRowsOf } from './assignment-list'
import { type ExportRow, exportRowsOf } from './export-rows'
import { allIdsOf } from './list'
import { itemsAsJson } from './list-items'
import type { Scope } from './scope'

/** The rows of an exported list. */
export type Table = {
  name: 'recommendations' | 'assignments'
  columns: () => Column[]
  /** Returns the IDs of all rows, in parts. */
  idsOf: (scope: Scope, size: number) => AsyncGenerator<string[]>
  rowsOf: (ids: string[]) => Promise<Cells[]>
  /** Returns the rows as the API returns them, each as JSON, separated by commas. */
  jsonOf: (ids: string[], knows: Knowing) => Promise<string>
}

const as =
  (kind: Column['kind']) =>
  (title: string): Column => ({ title, kind })
const text = as('text')
const number = as('number')
const day = as('day')
const moment = as('moment')

/** A recommendation in each row. */
export const recommendations: Table = {
  name: 'recommendations',
  columns: () => [
    text(t('csv.key')),
    text(t('csv.document')),
    text(t('csv.documentTitle')),
    text(t('csv.paragraph')),
    text(t('csv.citation')),
    text(t('csv.title')),
    text(t('csv.quote')),
    text(t('csv.kind')),
    text(t('csv.status')),
    number(t('csv.open')),
    number(t('csv.begun')),
    number(t('csv.implemented')),
    number(t('csv.verified')),
    number(t('csv.closed')),
    number(t('csv.reportedLate')),
    day(t('csv.nextDue')),
    text(t('csv.organizations')),
    text(t('csv.addressees')),
    text(t('csv.themes')),
    moment(t('csv.changed')),
  ],
  idsOf: allIdsOf,
  rowsOf: async (ids) => (await exportRowsOf(ids)).map(recommendationRow),
  jsonOf: async (ids, knows) => (await itemsAsJson(ids, knows)).slice(1, -1),
}

const recommendationRow = (row: ExportRow): Cells => [
  row.key,
  row.code,
  row.documentTitle,
  // In words, because a spreadsheet reads 1.10 as a number and 3-4 as a date.
  paragraphInWords({ label: row.label, ordinal: row.ordinal, ...(row.parent !== null && { parent: row.parent }) }),
  row.citation,
  row.title,
  row.quote,
  t(`kind.${row.kind}`),
  t(`status.${row.status}`),
  row.open,
  row.begun,
  row.implemented,
  row.verified,
  row.closed,
  row.claims?.filter((claim) => daysLate(claim) > 0).length ?? 0,
  row.nextDueOn,
  row.assignments?.map(([organization, status]) => `${organization} (${t(`status.${status}`)})`).join('; '),
  row.addressees,
  row.themes,
  row.updatedAt,
]

/** An assignment in each row. */
export const assignments: Table = {
  name: 'assignments',
  columns: () => [
    text(t('csv.key')),
    text(t('csv.document')),
    text(t('csv.documentTitle')),
    text(t('csv.title')),
    text(t('csv.organization')),
    text(t('csv.group')),
    text(t('csv.role')),
    text(t('csv.owner')),
    day(t('csv.due')),
    day(t('csv.originalDue')),
    number(t('csv.daysLate')),
    text(t('csv.status')),
    text(t('csv.position')),
    text(t('csv.progress')),
    text(t('csv.verification')),
    text(t('csv.closure')),
    day(t('csv.reportAsOf')),
    text(t('csv.reportProgress')),
    text(t('csv.reportWords')),
  ],
  idsOf: allAssignmentIdsOf,
  async rowsOf(ids) {
    const [rows, reports] = await Promise.all([assignmentRowsOf(ids), latestReportsOf(ids)])
    return rows.map((row) => [...assignmentRow(row), ...reportRow(reports.get(row.assignment.id))])
  },
  jsonOf: async (ids) => (await assignmentRowsOf(ids)).map((row) => JSON.stringify(row)).join(','),
}

const reportRow = (report: LatestReport | undefined): Cells =>
  report ? [report.asOf, t(`progress.${report.progress}`), reportInWords(report)] : [null, null, null]

const assignmentRow = ({ recommendation, assignment }: AssignmentRow): Cells => [
  recommendation.key,
  recommendation.code,
  recommendation.documentTitle,
  recommendation.title,
  ...dutyOf(assignment),
]

const dutyOf = ({ organization, group, owner, ...duty }: Assignment): Cells => [
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
