import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { byteOrderMark, csvRow, type Separator } from '@/lib/platform/csv'
import { t } from '@/lib/platform/i18n'
import { currentLanguage, inLanguage } from '@/lib/platform/languages'
import type { Cycle } from './cycle'
import { assignmentsOf, type CycleResult } from './results'

const rowsAtATime = 500

/** Returns what all assignments of a cycle answered, one line each, now or when the cycle was closed. */
export async function* cycleCsv(actor: Actor, cycle: Cycle, separator: Separator): AsyncGenerator<string> {
  // The lines may be read after the request is over.
  const language = currentLanguage()
  yield byteOrderMark + csvRow(inLanguage(language, header), separator)
  for (let after: string | undefined; ; ) {
    const { items, next } = await assignmentsOf(actor, cycle, { after, limit: rowsAtATime })
    const rows = inLanguage(language, () => items.map((row) => cells(cycle, row)))
    yield rows.map((row) => csvRow(row, separator)).join('')
    if (next === null) return
    after = next
  }
}

const header = () => [
  t('csv.key'),
  t('csv.title'),
  t('cycle.columns.organization'),
  t('cycle.columns.answer'),
  t('cycle.answeredAt'),
  t('cycle.columns.status'),
  t('cycle.progress'),
  t('cycle.verification'),
  t('cycle.columns.position'),
  t('cycle.columns.dueOn'),
  t('cycle.columns.owner'),
  t('cycle.csvName'),
  t('cycle.facts.closes'),
  t('cycle.closedAt'),
]

const cells = ({ name, closesOn, closedAt }: Cycle, row: CycleResult) => [
  row.recommendation.key,
  row.recommendation.title,
  row.organization.name,
  t(`cycle.answer.${row.answer}`),
  row.answeredAt,
  t(`status.${row.status}`),
  t(`progress.${row.progress}`),
  t(`verification.${row.verification}`),
  t(`position.${row.position}`),
  row.dueOn,
  row.owner?.name,
  name,
  closesOn,
  closedAt,
]
