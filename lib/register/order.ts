import { z } from 'zod'
import { pending } from '@/lib/domain/statuses'
import { dueDay, moment } from '@/lib/platform/cursor'
import { allOf, type Composed, join, raw, sql } from '@/lib/platform/sql'
import type { Sort } from './filters'

/**
 * The columns by which a list is sorted, which differ for any two rows. `keys` are their SQL types. `joins` is SQL that joins
 * their table to the recommendations `r`.
 */
export type Order = {
  columns: string[]
  keys: string[]
  descending: boolean
  values: z.ZodType<unknown[]>
  joins?: Composed
}

const int = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)

const text = { columns: ['r.document_id', 'r.ordinal', 'r.start', 'r.id'], keys: ['uuid', 'int', 'int', 'uuid'] }
const changed = {
  columns: ['ra.changed_at', 'ra.recommendation_id'],
  keys: ['timestamptz', 'uuid'],
  joins: sql`join recommendation_activity ra on ra.recommendation_id = r.id`,
}
const due = (column: string) => `coalesce(${column}, 'infinity'::date)`

/** The orders of recommendations. Each has an index. */
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
 * Orders recommendations by the earliest due date of the unfinished assignments of some organizations or owners, as the
 * list shows it. Needs `theirDates`.
 */
export const byTheirDates: Order = {
  ...recommendationOrders.due,
  columns: [due(`case when r.status <> 'closed' then theirs.due end`), 'r.id'],
}

/** SQL: joins that date to the recommendations `r`. `held` is the condition for their assignments `a`. */
export const theirDates = (held: Composed[]) => sql`
  join (
    select a.recommendation_id, min(a.due_on) filter (where ${raw(pending)}) as due
    from assignments a where ${allOf(held)} group by a.recommendation_id) theirs on theirs.recommendation_id = r.id`

/** The orders of assignments, by their recommendations or by their own due dates. */
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
    ...changed,
    columns: [...changed.columns, 'a.id'],
    keys: [...changed.keys, 'uuid'],
    descending: true,
    values: z.tuple([moment, z.uuid(), z.uuid()]),
  },
}

/** Orders assignments: those that still need work first, each part by due date. The index has the same expression. */
export const toDoOrder: Order = {
  columns: [`(a.status > 'partially_implemented')`, due('a.due_on'), 'a.id'],
  keys: ['boolean', 'date', 'uuid'],
  descending: false,
  values: z.tuple([z.boolean(), dueDay, z.uuid()]),
}

export const orderBy = ({ columns, descending }: Order) =>
  raw(columns.map((column) => (descending ? `${column} desc` : column)).join(', '))

/** SQL: the values of a row in the columns of the order, as a JSON array. */
export const placeOf = ({ columns }: Order) => raw(`json_build_array(${columns.join(', ')})`)

/**
 * SQL: whether a row comes after the one with these values. Rows that move between two pages neither repeat nor hide
 * others.
 */
export function comesAfter({ columns, keys, descending }: Order, values: unknown[]): Composed {
  const there = values.map((value, index) => sql`${value}::${raw(keys[index] ?? '')}`)
  return sql`(${raw(columns.join(', '))}) ${raw(descending ? '<' : '>')} (${join(there)})`
}
