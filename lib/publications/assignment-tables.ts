import { reportInWords } from '@/lib/domain/report-words'
import { t } from '@/lib/platform/i18n'
import {
  type Cell,
  dayCell,
  dayColumn,
  numberCell,
  numberColumn,
  type Table,
  tableOf,
  textCell,
  textColumn,
} from './cells'
import type { Definition } from './definition'
import { closedIn, overdueIn, statuses } from './figures'
import type { Reported, Snapshot } from './read-register'

/** Returns the table of all assignments, which every report has. */
export function assignmentsTable({ assignments }: Snapshot, { content }: Definition): Table {
  const internal = content === 'internal'
  const columns = [
    textColumn('recommendation', t('publications.columns.recommendation'), 3),
    textColumn('organization', t('publications.columns.organization'), 4),
    textColumn('role', t('publications.columns.role'), 2),
    textColumn('status', t('publications.columns.status'), 3),
    dayColumn('due', t('publications.columns.due'), 2),
    dayColumn('originalDue', t('publications.columns.originalDue'), 2),
    ...(internal
      ? [
          textColumn('position', t('publications.columns.position'), 2),
          dayColumn('reportAsOf', t('publications.columns.reportAsOf'), 2),
          textColumn('report', t('publications.columns.report'), 8),
        ]
      : []),
  ]
  const rows = assignments.map((one) => [...dutyOf(one), ...(internal ? accountOf(one) : [])])
  return tableOf('assignments', t('publications.tables.assignments'), columns, rows)
}

const dutyOf = ({ key, assignment }: Reported): Cell[] => [
  textCell(key),
  textCell(assignment.organization.name),
  textCell(t(`assignmentRole.${assignment.role}`)),
  textCell(t(`status.${assignment.status}`)),
  dayCell(assignment.dueOn),
  dayCell(assignment.originalDueOn),
]

function accountOf({ assignment, reports }: Reported): Cell[] {
  const latest = reports.at(-1)
  return [
    textCell(t(`position.${assignment.position}`)),
    dayCell(latest?.asOf),
    textCell(latest && reportInWords(latest)),
  ]
}

/** Returns how many assignments of each organization have which status, by the names of the organizations. */
export function organizationsTable(snapshot: Snapshot, asOf: string): Table {
  const isOverdue = overdueIn(closedIn(snapshot), asOf)
  const held = new Map<string, Reported[]>()
  for (const one of snapshot.assignments) {
    const { slug } = one.assignment.organization
    const those = held.get(slug)
    if (those) those.push(one)
    else held.set(slug, [one])
  }
  const rows = [...held.values()].map((those) => ({
    name: those[0]?.assignment.organization.name ?? '',
    cells: [
      numberCell(those.length),
      ...statuses.map((status) => numberCell(those.filter(({ assignment }) => assignment.status === status).length)),
      numberCell(those.filter(isOverdue).length),
    ],
  }))
  const sorted = rows.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
  return tableOf(
    'organizations',
    t('publications.tables.organizations'),
    [
      textColumn('organization', t('publications.columns.organization'), 5),
      numberColumn('assignments', t('publications.figures.assignments'), 2),
      ...statuses.map((status) => numberColumn(status, t(`status.${status}`), 2)),
      numberColumn('overdue', t('publications.figures.overdue'), 2),
    ],
    sorted.map(({ name, cells }) => [textCell(name), ...cells]),
  )
}

/** Returns the assignments that were overdue, the longest first. */
export function overdueTable(snapshot: Snapshot, asOf: string): Table {
  const late = snapshot.assignments.filter(overdueIn(closedIn(snapshot), asOf))
  return duesTable('overdue', t('publications.tables.overdue'), late)
}

/** Returns the assignments whose due date is not the original one, by due date. */
export function movedTable({ assignments }: Snapshot): Table {
  const moved = assignments.filter(
    ({ assignment: { dueOn, originalDueOn } }) => originalDueOn !== undefined && dueOn !== originalDueOn,
  )
  return duesTable('moved', t('publications.tables.moved'), moved)
}

const dueOf = ({ assignment }: Reported) => assignment.dueOn ?? '9999'

function duesTable(name: string, caption: string, those: Reported[]): Table {
  const sorted = those.toSorted((one, other) => (dueOf(one) < dueOf(other) ? -1 : dueOf(one) > dueOf(other) ? 1 : 0))
  const columns = [
    textColumn('recommendation', t('publications.columns.recommendation'), 3),
    textColumn('organization', t('publications.columns.organization'), 4),
    textColumn('status', t('publications.columns.status'), 3),
    dayColumn('due', t('publications.columns.due'), 2),
    dayColumn('originalDue', t('publications.columns.originalDue'), 2),
  ]
  const rows = sorted.map(({ key, assignment }) => [
    textCell(key),
    textCell(assignment.organization.name),
    textCell(t(`status.${assignment.status}`)),
    dayCell(assignment.dueOn),
    dayCell(assignment.originalDueOn),
  ])
  return tableOf(name, caption, columns, rows)
}
