import { unwritten } from '@/lib/domain/report-words'
import { dateInWords, listInWords, t } from '@/lib/platform/i18n'
import type { ExportRow } from '@/lib/register/export-rows'
import { dayCell, dayColumn, tableOf, textCell, textColumn } from './cells'
import type { PublicationBlock } from './content'
import type { Definition } from './definition'
import type { Reported, Snapshot } from './read-register'
import type { QuotedReport } from './reported-sql'

/** Returns the blocks of each recommendation, with the words of those who reported, or one table of them all. */
export function recommendationBlocks(snapshot: Snapshot, definition: Definition): PublicationBlock[] {
  const { recommendations, assignments } = snapshot
  if (recommendations.length === 0) return [paragraph(t('publications.noRecommendations'))]
  const held = new Map<string, Reported[]>()
  for (const one of assignments) held.set(one.key, [...(held.get(one.key) ?? []), one])
  if (definition.layout === 'table') return [recommendationsTable(recommendations)]
  return recommendations.flatMap((row) => [...textOf(row), ...stateOf(row), ...(held.get(row.key) ?? []).flatMap(told)])
}

const paragraph = (text: string): PublicationBlock => ({ type: 'paragraph', text })

const textOf = ({ key, title, quote, citation }: ExportRow): PublicationBlock[] => [
  { type: 'heading', level: 2, text: t('publications.recommendation.heading', { key, title }) },
  { type: 'quote', text: quote, citation },
]

const stateOf = ({ status, open, implemented, verified }: ExportRow): PublicationBlock[] => [
  paragraph(
    t('publications.recommendation.state', {
      status: t(`status.${status}`),
      count: open,
      // Verified assignments are among the implemented ones.
      done: Math.max(implemented, verified),
    }),
  ),
]

function told({ assignment, reports, evidence }: Reported): PublicationBlock[] {
  const { organization, role, status, position, dueOn, originalDueOn } = assignment
  const moved = originalDueOn !== undefined && dueOn !== originalDueOn
  const parts = [
    t('publications.assignment.state', {
      organization: organization.name,
      role: t(`assignmentRole.${role}`),
      status: t(`status.${status}`),
    }),
    ...(position === 'pending' ? [] : [t('publications.assignment.position', { position: t(`position.${position}`) })]),
    ...(dueOn === undefined ? [] : [t('publications.assignment.due', { date: dateInWords(dueOn) })]),
    ...(moved ? [t('publications.assignment.moved', { date: dateInWords(originalDueOn) })] : []),
  ]
  return [
    paragraph(parts.join(' ')),
    ...reports.map((report) => quoted(organization.name, report)),
    ...(evidence.length > 0
      ? [paragraph(t('publications.assignment.evidence', { titles: listInWords(evidence.slice(0, 50)) }))]
      : []),
  ]
}

function quoted(organization: string, report: QuotedReport): PublicationBlock {
  const date = dateInWords(report.asOf)
  const citation = t('publications.assignment.reported', {
    organization,
    date,
    progress: t(`progress.${report.progress}`),
  })
  return report.narrative
    ? { type: 'quote', text: report.narrative, citation }
    : paragraph(t('publications.assignment.unwritten', { report: citation, text: unwritten(report) }))
}

function recommendationsTable(rows: ExportRow[]): PublicationBlock {
  const columns = [
    textColumn('key', t('publications.columns.recommendation'), 3),
    textColumn('quote', t('publications.columns.quote'), 8),
    textColumn('status', t('publications.columns.status'), 2),
    textColumn('organizations', t('publications.columns.organizations'), 5),
    dayColumn('due', t('publications.columns.nextDue'), 2),
  ]
  return tableOf(
    'recommendations',
    t('publications.tables.recommendations'),
    columns,
    rows.map(({ key, quote, status, assignments, nextDueOn }) => [
      textCell(key),
      textCell(quote),
      textCell(t(`status.${status}`)),
      textCell(assignments?.map(([name, own]) => `${name} (${t(`status.${own}`)})`).join('; ')),
      dayCell(nextDueOn ?? undefined),
    ]),
  )
}
