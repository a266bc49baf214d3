import { unowned } from '@/lib/domain/owners'
import { pending, undone } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { allOf, type Composed, join, raw, sql } from '@/lib/platform/sql'
import { type dues, none } from './filters'
import type { Scope } from './scope'
import { matching, matchingAtOnce } from './search-conditions'

/** SQL: nor of a recommendation that is closed as a whole. */
export const live = 'a.recommendation_id not in (select id from recommendations where closure is not null)'

/** SQL: which recommendations `r` are in the scope, of those that the actor may see. */
export function recommendationsIn(scope: Scope): Composed[] {
  const { said, owed } = askedOf(scope)
  return [visible(scope), ...said, ...(owed.length > 0 ? [owing(owed)] : [])]
}

/** SQL: which assignments `a` of which recommendations `r` are in the scope, of those that the actor may see. */
export const assignmentsIn = (scope: Scope): Composed[] => [
  visible(scope),
  ...saidOf(scope),
  ...owedOf(scope),
  ...dueOf(scope, owedFalling),
]

/**
 * SQL: a part of a statement, `found`: the recommendations that the filters let through. Found once, since a search is dear,
 * however the assignments of them are counted.
 */
export const foundIn = (scope: Scope) => sql`
  found as materialized (
    select r.id from recommendations r where ${allOf([visible(scope), ...saidOfAll(scope)])})`

/** SQL: what the scope asks of a recommendation `r` itself, and what of one and the same assignment `a` of it. */
export function askedOf(scope: Scope): { said: Composed[]; owed: Composed[] } {
  const said = saidOf(scope)
  const owed = owedOf(scope)
  if (owed.length === 0) return { said: [...said, ...dueOf(scope, falling)], owed }
  return { said, owed: [...owed, ...dueOf(scope, owedFalling)] }
}

/** SQL: that there is such an assignment. */
export const owing = (owed: Composed[]) =>
  sql`exists (select from assignments a where a.recommendation_id = r.id and ${allOf(owed)})`

/** What is archived is there for who keeps the record, and only when they ask for it. */
export function visible({ filters, keepsTheRecord }: Scope) {
  if (!filters.archived) return raw(`r.document_id not in ${archivedDocuments}`)
  return keepsTheRecord ? raw(`r.document_id in ${archivedDocuments}`) : sql`false`
}

/** SQL: what the filters ask of a recommendation `r` itself, but for its dates. */
export function saidOf({ filters, document, found }: Scope, match = matching): Composed[] {
  return [
    ...(filters.q ? [found ? sql`r.id = any(${found}::uuid[])` : match(filters.q)] : []),
    ...(filters.status.length > 0 ? [oneOf('r.status', 'recommendation_status', filters.status)] : []),
    ...(filters.kind ? [sql`r.kind = ${filters.kind}::kind`] : []),
    ...(document ? [sql`r.document_id = ${document.id}`] : []),
    ...(filters.theme ? [themed(filters.theme)] : []),
  ]
}

/** SQL: what the filters ask of a recommendation `r` itself, but for its dates, where all of them are counted. */
export const saidOfAll = (scope: Scope): Composed[] => saidOf(scope, isNarrow(scope) ? matching : matchingAtOnce)

/** Whether other filters let so little through that it is quicker asked for the words one after the other. */
const isNarrow = ({ filters, document }: Scope) => document !== undefined || !!filters.theme || filters.due === 'soon'

/** Whether they ask anything of a recommendation itself, but for its dates. */
export const isSaid = (scope: Scope) => saidOf(scope).length > 0

/** SQL: what they ask of an assignment `a`, but for its dates: all of it of the same one. */
export const owedOf = (scope: Scope): Composed[] => [...heldBy(scope), ...standing(scope.filters.assignment)]

/** SQL: whose they ask that an assignment `a` is. */
export function heldBy({ organization, group, owner }: Scope): Composed[] {
  return [
    ...(organization ? [oneOf('a.organization_id', 'uuid', organization.ids)] : []),
    ...(group ? [sql`a.via_group_id = ${group.id}`] : []),
    ...(owner?.id ? [sql`a.owner_id = ${owner.id}`] : []),
    ...(owner?.id === null ? [raw(`${unowned} and a.status <> 'closed'`)] : []),
  ]
}

/** How an assignment stands: any of these, or still to be done. */
function standing(asked: Scope['filters']['assignment']): Composed[] {
  const statuses = asked.filter((one) => one !== 'pending')
  const conditions = [
    ...(statuses.length > 0 ? [oneOf('a.status', 'assignment_status', statuses)] : []),
    ...(asked.includes('pending') ? [raw(`${pending} and ${live}`)] : []),
  ]
  return conditions.length > 1 ? [sql`(${join(conditions, ' or ')})`] : conditions
}

/** However the theme is written. */
const themed = (theme: string) =>
  theme === none
    ? sql`r.themes = '{}'`
    : sql`r.id in (select recommendation_id from recommendation_themes where key = name_key(${theme}))`

/** One value is an equality, so that an index goes on in the order of its next column. */
function oneOf(column: string, type: string, values: readonly string[]) {
  const [first, ...others] = values
  return others.length === 0
    ? sql`${raw(column)} = ${first}::${raw(type)}`
    : sql`${raw(column)} = any(${values}::${raw(type)}[])`
}

type Falling = Record<(typeof dues)[number], (scope: Scope) => Composed>

/** SQL: what the due date asks, of one or the other. */
export const dueOf = (scope: Scope, falling: Falling) => (scope.filters.due ? [falling[scope.filters.due](scope)] : [])

/** Of a recommendation: that something not yet done falls so. What is closed is not late. */
export const falling: Falling = {
  overdue: ({ today }) => sql`r.next_due_on < ${today}::date and r.status <> 'closed'`,
  // As a set, which is made once where every row is asked.
  soon: (scope) => sql`r.id in (select a.recommendation_id from assignments a where ${owedFalling.soon(scope)})`,
  none: () => raw(`r.next_due_on is null and ${undone}`),
}

/** Of an assignment: that it is not yet done and falls so. */
export const owedFalling: Falling = {
  overdue: ({ today }) => sql`${raw(pending)} and a.due_on < ${today}::date and ${raw(live)}`,
  soon: ({ today, soon }) =>
    sql`${raw(pending)} and a.due_on between ${today}::date and ${soon}::date and ${raw(live)}`,
  none: () => raw(`${pending} and a.due_on is null and ${live}`),
}

/** Bounds for a list in the order of due dates, so that it begins and ends where they do. */
export function withinDue({ filters: { due }, today, soon }: Scope, [column = '']: string[]): Composed[] {
  if (due === 'overdue') return [sql`${raw(column)} < ${today}::date`]
  if (due === 'soon') return [sql`${raw(column)} <= ${soon}::date`]
  return []
}
