import type { DayCount } from '@/lib/overview/count-days'
import { dateInWords, inFigures, momentInWords, t } from '@/lib/platform/i18n'
import { pageLanguage } from '@/lib/platform/languages'
import { assignmentsTable, movedTable, organizationsTable, overdueTable } from './assignment-tables'
import type { PublicationBlock, PublicationContent } from './content'
import type { Definition, Section } from './definition'
import { type Counts, countsIn, figuresOf } from './figures'
import type { Snapshot } from './read-register'
import { recommendationBlocks } from './recommendation-blocks'
import { summaryBlocks } from './summary-blocks'

type Given = {
  title: string
  /** The filters in words. */
  scope: string
  definition: Definition
  issue: PublicationContent['issue']
  snapshot: Snapshot
  /** The state at the end of earlier days. */
  trend: DayCount[]
}

/** Puts together the content of a report, in the current language. */
export function buildContent({ title, scope, definition, issue, snapshot, trend }: Given): PublicationContent {
  const counts = countsIn(snapshot, issue.asOf)
  const figures = figuresOf(counts)
  const blocks = sectionsOf({ definition, issue, snapshot, counts, figures, trend })
  return {
    version: 1,
    title,
    subtitle: scope,
    language: definition.language,
    direction: pageLanguage().dir,
    layout: definition.layout,
    audience: definition.content,
    issue,
    imprint: imprintOf(issue, definition),
    words: {
      contents: t('publications.words.contents'),
      page: t('publications.words.page', { page: '{page}', pages: '{pages}' }),
      table: t('publications.words.table'),
      chart: t('publications.words.chart'),
      day: t('publications.words.day'),
      missingCharacters: t('publications.words.missingCharacters', { characters: '{characters}' }),
    },
    figures,
    blocks: definition.layout === 'paragraphs' ? numbered(blocks) : blocks,
  }
}

type Parts = Pick<Given, 'definition' | 'issue' | 'snapshot' | 'trend'> & {
  counts: Counts
  figures: PublicationContent['figures']
}

function sectionsOf({ definition, issue, snapshot, counts, figures, trend }: Parts): PublicationBlock[] {
  const makers: Record<Section, () => PublicationBlock[]> = {
    summary: () => summaryBlocks(counts, figures, trend),
    organizations: () => [organizationsTable(snapshot, issue.asOf)],
    recommendations: () => recommendationBlocks(snapshot, definition),
    annexes: () => [overdueTable(snapshot, issue.asOf), movedTable(snapshot)].flatMap(orNone),
    method: () => methodBlocks(issue, definition),
  }
  const chosen = (Object.keys(makers) as Section[]).filter((section) => definition.sections.includes(section))
  return [
    ...chosen.flatMap((section) => [heading(t(`publications.sections.${section}`)), ...makers[section]()]),
    heading(t('publications.sections.assignments')),
    ...orNone(assignmentsTable(snapshot, definition)),
  ]
}

const heading = (text: string): PublicationBlock => ({ type: 'heading', level: 1, text })

/** Returns a table, or a sentence in place of one without rows. */
const orNone = (table: Extract<PublicationBlock, { type: 'table' }>): PublicationBlock[] =>
  table.rows.length > 0
    ? [table]
    : [{ type: 'paragraph', text: t('publications.tables.none', { table: table.caption }) }]

/** Numbers the paragraphs of a report, as committees cite them. */
function numbered(blocks: PublicationBlock[]): PublicationBlock[] {
  let number = 0
  return blocks.map((block) => (block.type === 'paragraph' ? { ...block, number: ++number } : block))
}

const methodBlocks = ({ asOf, zone, seq }: Given['issue'], { content }: Definition): PublicationBlock[] =>
  [
    t('publications.method.state', { day: dateInWords(asOf), zone, seq: inFigures(seq) }),
    t('publications.method.statuses'),
    t('publications.method.overdue'),
    t(`publications.method.${content}`),
    t('publications.method.archived'),
  ].map((text) => ({ type: 'paragraph', text }))

const imprintOf = (issue: Given['issue'], { content }: Definition): PublicationContent['imprint'] => [
  { label: t('publications.imprint.asOf'), value: dateInWords(issue.asOf) },
  { label: t('publications.imprint.content'), value: t(`publications.content.${content}`) },
  {
    label: t('publications.imprint.made'),
    value: t('publications.imprint.madeBy', {
      moment: momentInWords(new Date(issue.at), issue.zone),
      zone: issue.zone,
      name: issue.by,
      register: issue.register,
    }),
  },
  { label: t('publications.imprint.event'), value: `${inFigures(issue.seq)} · ${issue.hash}` },
  { label: t('publications.imprint.code'), value: issue.code },
  { label: t('publications.imprint.verifyAt'), value: issue.verifyAt },
]
