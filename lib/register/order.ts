import { z } from 'zod'
import { pending } from '@/lib/domain/statuses'
import { dueDay } from '@/lib/platform/cursor'
import { allOf, type Composed, join, raw, sql } from '@/lib/platform/sql'
import type { Sort } from './filters'

/** What a list is sorted by, column by column, so that no two rows are equal; `keys` are their types in SQL. */
export type Order = { columns: string[]; keys: string[]; descending: boolean; values: z.ZodType<unknown[]> }

const int = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
/** In UTC, as PostgreSQL writes it: it doesn't take every zone that can be written. */
const moment = z.iso.datetime({ offset: true }).regex(/^(?!0000).*(Z|[+-]00:00)$/)

const text = { columns: ['r.document_id', 'r.ordinal', 'r.start', 'r.id'], keys: ['uuid', 'int', 'int', 'uuid'] }
const changed = { columns: ['r.changed_at', 'r.id'], keys: ['timestamptz', 'uuid'] }
const due = (column: string) => `coalesce(${column}, 'infinity'::date)`

/** Of recommendations. Each has an index that runs in its order. */
export const recommendationOrders: Record<Sort, Order> = {
  text: { ...text, descending: false, values: z.tuple([z.uuid(), int, int, z.uuid()]) },
  due: {
    columns: [due('r.next_due_on'), 'r.id'],
    keys: ['date', 'uuid'],
    descending: false,
    values: z.tuple([dueDay, z.uuid()]),
  },
  changed: { ...changed, descending: true, values: z.tuple([moment, z.uuid()]) },
}

/**
 * Of recommendations, by the earliest due date of what some parties have not yet done, as the list shows it. Goes with
 * `theirDates`.
 */
export const byTheirDates: Order = {
  ...recommendationOrders.due,
  columns: [due(`case when r.status <> 'closed' then theirs.due end`), 'r.id'],
}

/** SQL: joins that date to the recommendations `r`; `held` says which assignments `a` are theirs. */
export const theirDates = (held: Composed[]) => sql`
  join (
    select a.recommendation_id, min(a.due_on) filter (where ${raw(pending)}) as due
    from assignments a where ${allOf(held)} group by a.recommendation_id) theirs on theirs.recommendation_id = r.id`

/** Of assignments, by their recommendations or by their own due dates. */
export const assignmentOrders: Record<Sort, Order> = {
  text: {
    columns: [...text.columns, 'a.id'],
    keys: [...text.keys, 'uuid'],
    descending: false,
    values: z.tuple([z.uuid(), int, int, z.uuid(), z.uuid()]),
  },
  due: {
    columns: [due('a.due_on'), 'a.id'],
    keys: ['date', 'uuid'],
    descending: false,
    values: z.tuple([dueDay, z.uuid()]),
  },
  changed: {
    columns: [...changed.columns, 'a.id'],
    keys: [...changed.keys, 'uuid'],
    descending: true,
    values: z.tuple([moment, z.uuid(), z.uuid()]),
  },
}

/** Of assignments: what is still to be done first, each part by due date. The index has the same expression. */
export const toDoOrder: Order = {
  columns: [`(a.status > 'partially_implemented')`, due('a.due_on'), 'a.id'],
  keys: ['boolean', 'date', 'uuid'],
  descending: false,
  values: z.tuple([z.boolean(), dueDay, z.uuid()]),
}

export const orderBy = ({ columns, descending }: Order) =>
  raw(columns.map((column) => (descending ? `${column} desc` : column)).join(', '))

/** SQL: where a row stands in the order. */
export const standing = ({ columns }: Order) => raw(`json_build_array(${columns.join(', ')})`)

/** SQL: what comes after a row of which this says where it stands. Rows that move meanwhile neither repeat nor hide others. */
export function beyond({ columns, keys, descending }: Order, values: unknown[]): Composed {
  const there = values.map((value, index) => sql`${value}::${raw(keys[index] ?? '')}`)
  return sql`(${raw(columns.join(', '))}) ${raw(descending ? '<' : '>')} (${join(there)})`
}
