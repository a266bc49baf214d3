import 'server-only'
import { z } from 'zod'
import { cursorOf, readCursor } from '@/lib/platform/cursor'
import { read } from '@/lib/platform/db'
import { t } from '@/lib/platform/i18n'
import { ok, type Result } from '@/lib/platform/result'
import { allOf, raw, sql } from '@/lib/platform/sql'
import { firstForm } from '@/lib/recommendations/theme-key'
import { RecommendationStatus } from '@/prisma/generated/enums'
import { recommendationsIn } from './conditions'
import type { Facets } from './facets'
import { none } from './filters'
import { pageOf, totalOf } from './list'
import { type ListRow, rowsOf } from './list-rows'
import type { Scope } from './scope'

/** A part of a list under its own heading: the filter that makes it, the number of its rows, and the first of them. */
export type Group = { filter: Partial<Scope['filters']>; label: string; total: number; rows: ListRow[] }

type Part = Omit<Group, 'rows'> & { scope: Scope }
type Parts = { parts: Part[]; next: string | null }

const partsPerPage = 20

/** Returns the number of rows for each part. A short list is shown completely. */
const rowsPerPart = (total: number) => (total <= 50 ? 50 : 6)

/** Returns a list in parts. Each part is a list in the same order. */
export async function groupsOf(
  scope: Scope,
  by: 'status' | 'document' | 'theme',
  facets: Facets,
): Promise<Result<{ groups: Group[]; next: string | null }>> {
  const found = by === 'status' ? ok({ parts: byStatus(scope, facets), next: null }) : await partsBy[by](scope)
  if (!found.ok) return found

  const limit = rowsPerPart(facets.total)
  const groups = found.value.parts.map(async ({ scope, ...part }) => {
    const page = await pageOf({ ...scope, filters: { ...scope.filters, limit, after: undefined } })
    return { ...part, rows: page.ok ? await rowsOf(page.value.ids, scope) : [] }
  })
  return ok({ groups: await Promise.all(groups), next: found.value.next })
}

function byStatus(scope: Scope, facets: Facets): Part[] {
  const { status: statuses } = scope.filters
  const shown = Object.values(RecommendationStatus).filter(
    (status) => statuses.length === 0 || statuses.includes(status),
  )
  return shown.flatMap((status) => {
    const total = facets.status[status] ?? 0
    const filter = { status: [status] }
    return total === 0 ? [] : [part(scope, filter, t(`status.${status}`), total)]
  })
}

const part = (scope: Scope, filter: Group['filter'], label: string, total: number): Part => ({
  filter,
  label,
  total,
  scope: { ...scope, filters: { ...scope.filters, ...filter } },
})

const partsBy = { document: byDocument, theme: byTheme }

async function byDocument(scope: Scope): Promise<Result<Parts>> {
  const from = readFrom('document', scope, z.uuid())
  if (!from.ok) return from

  const where = [...recommendationsIn(scope), ...(from.value ? [sql`d.id > ${from.value}::uuid`] : [])]
  const documents = sql`
    select d.id, d.code, d.title, count(*)::int as total
    from recommendations r join documents d on d.id = r.document_id
    where ${allOf(where)} group by d.id, d.code, d.title order by d.id limit ${partsPerPage + 1}`
  const rows = await read<{ id: string; code: string; title: string; total: number }>('grouped-documents', documents)
  const shown = rows.slice(0, partsPerPage)
  const parts = shown.map(({ id, code, title, total }) => {
    const one = part(scope, { document: code }, title, total)
    return { ...one, scope: { ...one.scope, document: { id, code, title } } }
  })
  return ok({ parts, next: further('document', rows, shown.at(-1)?.id) })
}

async function byTheme(scope: Scope): Promise<Result<Parts>> {
  const from = readFrom('theme', scope, z.string())
  if (!from.ok) return from

  const where = [...recommendationsIn(scope), ...(from.value ? [sql`t.key > ${from.value}`] : [])]
  const themes = sql`
    select t.key, ${raw(firstForm('t.key'))} as theme, count(*)::int as total
    from recommendations r join recommendation_themes t on t.recommendation_id = r.id
    where ${allOf(where)} group by t.key order by t.key limit ${partsPerPage + 1}`
  const rows = await read<{ key: string; theme: string; total: number }>('grouped-themes', themes)
  const shown = rows.slice(0, partsPerPage)
  const parts = shown.map(({ theme, total }) => part(scope, { theme }, theme, total))
  const next = further('theme', rows, shown.at(-1)?.key)
  return ok({ parts: next ? parts : [...parts, ...(await withoutTheme(scope))], next })
}

/** Returns the part for recommendations without a theme, which comes last. */
async function withoutTheme(scope: Scope): Promise<Part[]> {
  const bare = part(scope, { theme: none }, t('list.noTheme'), 0)
  const total = scope.filters.theme ? 0 : await totalOf(bare.scope)
  return total === 0 ? [] : [{ ...bare, total }]
}

function readFrom(by: string, { filters: { after } }: Scope, value: z.ZodType<string>): Result<string | undefined> {
  if (after === undefined) return ok(undefined)
  const from = readCursor(by, z.tuple([value]), after)
  return from.ok ? ok(from.value[0]) : from
}

const further = (by: string, rows: unknown[], last: string | undefined) =>
  last !== undefined && rows.length > partsPerPage ? cursorOf(by, [last]) : null
