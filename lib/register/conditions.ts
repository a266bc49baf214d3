import { unowned } from '@/lib/domain/owners'
import { pending, undone } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { type dues, none } from './filters'
import type { Scope } from './scope'
import { matching, matchingAtOnce } from './search-conditions'
import { type Place, statement } from './statement'

/** SQL: nor of a recommendation that is closed as a whole. */
export const live = 'a.recommendation_id not in (select id from recommendations where closure is not null)'

/** SQL: which recommendations `r` are in the scope, of those that the actor may see. */
export function recommendationsIn(scope: Scope, place: Place): string[] {
  const { said, owed } = askedOf(scope, place)
  return [visible(scope), ...said, ...(owed.length > 0 ? [owing(owed)] : [])]
}

/** SQL: which assignments `a` of which recommendations `r` are in the scope, of those that the actor may see. */
export const assignmentsIn = (scope: Scope, place: Place): string[] => [
  visible(scope),
  ...saidOf(scope, place),
  ...owedOf(scope, place),
  ...dueOf(scope, owedFalling, place),
]

/**
 * SQL: a part of a statement, `found`: the recommendations that the filters let through. Found once, since a search is dear,
 * however the assignments of them are counted.
 */
export const foundIn = (scope: Scope, place: Place) => `
  found as materialized (
    select r.id from recommendations r where ${[visible(scope), ...saidOfAll(scope, place)].join(' and ')})`

/** SQL: what the scope asks of a recommendation `r` itself, and what of one and the same assignment `a` of it. */
export function askedOf(scope: Scope, place: Place): { said: string[]; owed: string[] } {
  const said = saidOf(scope, place)
  const owed = owedOf(scope, place)
  if (owed.length === 0) return { said: [...said, ...dueOf(scope, falling, place)], owed }
  return { said, owed: [...owed, ...dueOf(scope, owedFalling, place)] }
}

/** SQL: that there is such an assignment. */
export const owing = (owed: string[]) =>
  `exists (select from assignments a where a.recommendation_id = r.id and ${owed.join(' and ')})`

/** What is archived is there for who keeps the record, and only when they ask for it. */
export function visible({ filters, keepsTheRecord }: Scope) {
  if (!filters.archived) return `r.document_id not in ${archivedDocuments}`
  return keepsTheRecord ? `r.document_id in ${archivedDocuments}` : 'false'
}

/** SQL: what the filters ask of a recommendation `r` itself, but for its dates. */
export function saidOf({ filters, document, found }: Scope, place: Place, match = matching): string[] {
  return [
    ...(filters.q ? [found ? `r.id = any(${place(found)}::uuid[])` : match(filters.q, place)] : []),
    ...(filters.status.length > 0 ? [oneOf('r.status', 'recommendation_status', filters.status, place)] : []),
    ...(filters.kind ? [`r.kind = ${place(filters.kind)}::kind`] : []),
    ...(document ? [`r.document_id = ${place(document.id)}`] : []),
    ...(filters.theme ? [themed(filters.theme, place)] : []),
  ]
}

/** SQL: what the filters ask of a recommendation `r` itself, but for its dates, where all of them are counted. */
export const saidOfAll = (scope: Scope, place: Place): string[] =>
  saidOf(scope, place, isNarrow(scope) ? matching : matchingAtOnce)

/** Whether other filters let so little through that it is quicker asked for the words one after the other. */
const isNarrow = ({ filters, document }: Scope) => document !== undefined || !!filters.theme || filters.due === 'soon'

/** Whether they ask anything of a recommendation itself, but for its dates. */
export const isSaid = (scope: Scope) => saidOf(scope, statement().place).length > 0

/** SQL: what they ask of an assignment `a`, but for its dates: all of it of the same one. */
export const owedOf = (scope: Scope, place: Place): string[] => [
  ...heldBy(scope, place),
  ...standing(scope.filters.assignment, place),
]

/** SQL: whose they ask that an assignment `a` is. */
export function heldBy({ organization, group, owner }: Scope, place: Place): string[] {
  return [
    ...(organization ? [oneOf('a.organization_id', 'uuid', organization.ids, place)] : []),
    ...(group ? [`a.via_group_id = ${place(group.id)}`] : []),
    ...(owner?.id ? [`a.owner_id = ${place(owner.id)}`] : []),
    ...(owner?.id === null ? [`${unowned} and a.status <> 'closed'`] : []),
  ]
}

/** How an assignment stands: any of these, or still to be done. */
function standing(asked: Scope['filters']['assignment'], place: Place): string[] {
  const statuses = asked.filter((one) => one !== 'pending')
  const conditions = [
    ...(statuses.length > 0 ? [oneOf('a.status', 'assignment_status', statuses, place)] : []),
    ...(asked.includes('pending') ? [`${pending} and ${live}`] : []),
  ]
  return conditions.length > 1 ? [`(${conditions.join(' or ')})`] : conditions
}

/** However the theme is written. */
const themed = (theme: string, place: Place) =>
  theme === none
    ? `r.themes = '{}'`
    : `r.id in (select recommendation_id from recommendation_themes where key = name_key(${place(theme)}))`

/** One value is an equality, so that an index goes on in the order of its next column. */
function oneOf(column: string, type: string, values: readonly string[], place: Place) {
  const [first, ...others] = values
  return others.length === 0 ? `${column} = ${place(first)}::${type}` : `${column} = any(${place(values)}::${type}[])`
}

type Falling = Record<(typeof dues)[number], (scope: Scope, place: Place) => string>

/** SQL: what the due date asks, of one or the other. */
export const dueOf = (scope: Scope, falling: Falling, place: Place) =>
  scope.filters.due ? [falling[scope.filters.due](scope, place)] : []

/** Of a recommendation: that something not yet done falls so. What is closed is not late. */
export const falling: Falling = {
  overdue: ({ today }, place) => `r.next_due_on < ${place(today)}::date and r.status <> 'closed'`,
  // As a set, which is made once where every row is asked.
  soon: (scope, place) =>
    `r.id in (select a.recommendation_id from assignments a where ${owedFalling.soon(scope, place)})`,
  none: () => `r.next_due_on is null and ${undone}`,
}

/** Of an assignment: that it is not yet done and falls so. */
export const owedFalling: Falling = {
  overdue: ({ today }, place) => `${pending} and a.due_on < ${place(today)}::date and ${live}`,
  soon: ({ today, soon }, place) =>
    `${pending} and a.due_on between ${place(today)}::date and ${place(soon)}::date and ${live}`,
  none: () => `${pending} and a.due_on is null and ${live}`,
}

/** Bounds for a list in the order of due dates, so that it begins and ends where they do. */
export function withinDue({ filters: { due }, today, soon }: Scope, [column]: string[], place: Place): string[] {
  if (due === 'overdue') return [`${column} < ${place(today)}::date`]
  if (due === 'soon') return [`${column} <= ${place(soon)}::date`]
  return []
}
