import 'server-only'
import { read, readPrepared } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import type { RecommendationStatus } from '@/prisma/generated/enums'
import { type Page, pageOf } from './list'
import { cellConditions } from './matrix'
import type { Scope } from './scope'

/** A recommendation as the matrix names it. `assignments` is the number of them. */
export type MatrixRow = { key: string; code: string; title: string; status: RecommendationStatus; assignments: number }

const mostMatrixRows = 500
/** A page has fewer rows if it would have more cells than this, which a browser shows without delay. */
const mostMatrixCells = 6000

/** Returns a page of the matrix: as many recommendations as have room, with the cursor of the next page. */
export const matrixPageOf = (scope: Scope, opened = '', most = mostMatrixCells): Promise<Result<Page>> =>
  pageOf({ ...scope, filters: { ...scope.filters, limit: mostMatrixRows } }, (ids) =>
    fittingRows(ids, opened, scope, most),
  )

/** Returns how many of the first recommendations have no more cells than `most`, and at least one. */
async function fittingRows(ids: string[], opened: string, scope: Scope, most: number) {
  const { apart } = cellConditions(scope)
  const [row] = await read<{ fitting: number }>(
    'matrix-fitting',
    sql`
      select count(*)::int as fitting from (
        select sum(own.n) over (order by given.place) as cells
        from unnest(${ids}::uuid[]) with ordinality as given(id, place)
        cross join lateral (
          select count(*) as n from assignments a left join groups g on g.id = a.via_group_id
          where a.recommendation_id = given.id and (a.via_group_id is null or g.slug = ${opened} or ${apart})) own) counted
      where cells <= ${most}`,
  )
  return Math.max(row?.fitting ?? 0, 1)
}

/** Returns recommendations in the order of their IDs. */
export const matrixRowsOf = (ids: string[]) =>
  readPrepared<MatrixRow>(
    'matrix-rows',
    sql`
      select r.key, d.code, r.title, r.status, r.open_count + r.closed_count as assignments
      from unnest(${ids}::uuid[]) with ordinality as given(id, place)
      join recommendations r on r.id = given.id
      join documents d on d.id = r.document_id
      order by given.place`,
  )
