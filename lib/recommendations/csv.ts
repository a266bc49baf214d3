import 'server-only'
import type { Actor } from '@/lib/people/actor'
import { byteOrderMark, csvRow } from '@/lib/platform/csv'
import { words } from '@/lib/platform/i18n'
import { ok, type Result } from '@/lib/platform/result'
import { daysLate } from './claim'
import type { Filters } from './filters'
import { itemsAsJson, pageOf } from './list'
import { type AssignmentRow, assignmentPageOf, assignmentRowsOf } from './list-assignments'
import type { RecommendationNow } from './queries'
import { type Scope, scopeOf } from './scope'
import type { Addressee, Assignment } from './shapes'

type Row = readonly (string | number | null | undefined)[]
type Page = { rows: Row[]; next: string | null }
type Sheet = { header: Row; read: (scope: Scope) => Promise<Result<Page>> }

const pageSize = 200

/** All recommendations that the filters let through, a row each; page by page, so that it never waits for all of them. */
export const recommendationsCsv = (actor: Actor, filters: Filters) => csvOf(actor, filters, recommendations)

/** All assignments that the filters let through, a row each. */
export const assignmentsCsv = (actor: Actor, filters: Filters) => csvOf(actor, filters, assignments)

/** One page of recommendations, as the API is asked for it, and where to go on. */
export async function pageAsCsv(
  actor: Actor,
  filters: Filters,
): Promise<Result<{ text: string; next: string | null }>> {
  const scope = await scopeOf(actor, filters)
  if (!scope.ok) return scope
  const page = await recommendations.read(scope.value)
  if (!page.ok) return page
  const text = byteOrderMark + [recommendations.header, ...page.value.rows].map(csvRow).join('')
  return ok({ text, next: page.value.next })
}

async function csvOf(actor: Actor, filters: Filters, sheet: Sheet): Promise<Result<AsyncGenerator<string>>> {
  const scope = await scopeOf(actor, { ...filters, limit: pageSize })
  if (!scope.ok) return scope
  const first = await sheet.read(scope.value)
  return first.ok ? ok(linesOf(scope.value, sheet, first.value)) : first
}

async function* linesOf(scope: Scope, { header, read }: Sheet, first: Page) {
  yield byteOrderMark + csvRow(header)
  for (let page = first; ; ) {
    yield page.rows.map(csvRow).join('')
    if (page.next === null) return
    const following = await read({ ...scope, filters: { ...scope.filters, after: page.next } })
    if (!following.ok) throw new Error('A list refused where it said itself to go on.')
    page = following.value
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
    words('csv.nextDue'),
    words('csv.organizations'),
    words('csv.addressees'),
    words('csv.themes'),
    words('csv.changed'),
  ],
  async read(scope) {
    const page = await pageOf(scope)
    if (!page.ok) return page
    const items: RecommendationNow[] = JSON.parse(await itemsAsJson(page.value.ids))
    return ok({ rows: items.map(recommendationRow), next: page.value.next })
  },
}

const recommendationRow = ({ counts, ...item }: RecommendationNow): Row => [
  item.key,
  item.document.code,
  item.document.title,
  [item.paragraph.parent, item.paragraph.label].filter(Boolean).join(' '),
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
  ],
  async read(scope) {
    const page = await assignmentPageOf(scope)
    if (!page.ok) return page
    return ok({ rows: (await assignmentRowsOf(page.value.ids)).map(assignmentRow), next: page.value.next })
  },
}

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
  owner && (owner.active ? owner.name : words('list.formerOwner', { name: owner.name })),
  duty.dueOn,
  duty.originalDueOn,
  duty.progress === 'implemented' ? daysLate(duty.reportedImplemented) || undefined : undefined,
  words(`status.${duty.status}`),
  words(`progress.${duty.progress}`),
  words(`verification.${duty.verification}`),
  duty.closure && words(`closure.${duty.closure}`),
]
