import { unowned } from '@/lib/domain/owners'
import { isVerified } from '@/lib/domain/reviewing'
import { silentOn } from '@/lib/domain/silent-assignments'
import { pending, undone } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { allOf, type Composed, join, raw, sql } from '@/lib/platform/sql'
import { type dues, none } from './filters'
import type { Scope } from './scope'
import { matching, matchingAtOnce } from './search-conditions'
import { sinceConditions } from './since'
import { timingConditions } from './timing'

/** SQL: whether the recommendation of an assignment `a` is open. */
export const live = 'a.recommendation_id not in (select id from recommendations where closure is not null)'

/** SQL: the conditions for a recommendation `r` to be in the scope and visible to the actor. */
export function recommendationsIn(scope: Scope): Composed[] {
  const { own, ofAssignment } = conditionsOf(scope)
  return [visible(scope), ...own, ...(ofAssignment.length > 0 ? [hasAssignment(ofAssignment)] : [])]
}

/** SQL: the conditions for an assignment `a` of a recommendation `r` to be in the scope and visible to the actor. */
export const assignmentsIn = (scope: Scope): Composed[] => [
  visible(scope),
  ...recommendationConditions(scope),
  ...assignmentConditions(scope),
  ...dueOf(scope, assignmentDue),
]

/**
 * SQL: the part `found` of a statement: the recommendations that match the filters. Materialized, because a search is
 * expensive, however the assignments are counted.
 */
export const foundIn = (scope: Scope) => sql`
  found as materialized (
    select r.id from recommendations r where ${allOf([visible(scope), ...countingConditions(scope)])})`

/**
 * SQL: the conditions of the scope for a recommendation `r` itself, and those that one assignment `a` of it must meet
 * together.
 */
export function conditionsOf(scope: Scope): { own: Composed[]; ofAssignment: Composed[] } {
  const own = recommendationConditions(scope)
  const ofAssignment = assignmentConditions(scope)
  if (ofAssignment.length === 0) return { own: [...own, ...dueOf(scope, recommendationDue)], ofAssignment }
  return { own, ofAssignment: [...ofAssignment, ...dueOf(scope, assignmentDue)] }
}

/** SQL: whether a recommendation `r` has an assignment that meets all conditions. */
export const hasAssignment = (ofAssignment: Composed[]) =>
  sql`exists (select from assignments a where a.recommendation_id = r.id and ${allOf(ofAssignment)})`

/**
 * SQL: whether a recommendation `r` is in the list. Archived ones are listed only alone, and only for those who keep
 * the record.
 */
export function visible({ filters, keepsTheRecord }: Scope) {
  if (!filters.archived) return raw(`r.document_id not in ${archivedDocuments}`)
  return keepsTheRecord ? raw(`r.document_id in ${archivedDocuments}`) : sql`false`
}

/** SQL: the conditions for a recommendation `r` itself, except for due dates. */
export function recommendationConditions({ filters, document, found, followed }: Scope, match = matching): Composed[] {
  return [
    ...(filters.q ? [found ? sql`r.id = any(${found}::uuid[])` : match(filters.q)] : []),
    ...(followed ? [sql`r.id = any(${followed}::uuid[])`] : []),
    ...(filters.status.length > 0 ? [oneOf('r.status', 'recommendation_status', filters.status)] : []),
    ...(filters.kind ? [sql`r.kind = ${filters.kind}::kind`] : []),
    ...(document ? [sql`r.document_id = ${document.id}`] : []),
    ...(filters.theme ? [themeCondition(filters.theme)] : []),
  ]
}

/**
 * SQL: the conditions for a recommendation `r` itself, except for due dates, in a statement that counts all matches.
 */
export const countingConditions = (scope: Scope): Composed[] =>
  recommendationConditions(scope, isNarrow(scope) ? matching : matchingAtOnce)

/** Returns whether the other filters match so few recommendations that it is faster to search in each of them. */
const isNarrow = ({ filters, document }: Scope) =>
  document !== undefined || !!filters.theme || !!filters.followed || filters.due === 'soon'

/** Returns whether the filters have conditions for a recommendation itself, except for due dates. */
export const hasRecommendationConditions = (scope: Scope) => recommendationConditions(scope).length > 0

/** SQL: the conditions for an assignment `a`, except for due dates. One assignment must meet all of them. */
export const assignmentConditions = (scope: Scope): Composed[] => [
  ...partyConditions(scope),
  ...statusCondition(scope.filters.assignment),
  ...followUpConditions(scope),
]

/** SQL: the conditions for the organization, group, owner or reporting cycle of an assignment `a`. */
export function partyConditions({ organization, group, owner, cycle }: Scope): Composed[] {
  return [
    ...(organization ? [oneOf('a.organization_id', 'uuid', organization.ids)] : []),
    ...(group ? [sql`a.via_group_id = ${group.id}`] : []),
    ...(cycle ? [sql`a.id in (select assignment_id from cycle_assignments where cycle_id = ${cycle.id}::uuid)`] : []),
    ...(owner?.id ? [sql`a.owner_id = ${owner.id}`] : []),
    ...(owner?.id === null ? [raw(`${unowned} and a.status <> 'closed'`)] : []),
  ]
}

/** SQL: whether an assignment `a` has one of these statuses, or still needs work. */
function statusCondition(wanted: Scope['filters']['assignment']): Composed[] {
  const statuses = wanted.filter((one) => one !== 'pending')
  const conditions = [
    ...(statuses.length > 0 ? [oneOf('a.status', 'assignment_status', statuses)] : []),
    ...(wanted.includes('pending') ? [raw(`${pending} and ${live}`)] : []),
  ]
  return conditions.length > 1 ? [sql`(${join(conditions, ' or ')})`] : conditions
}

/** SQL: the conditions for the position, the review, the dates, the latest report and the changes of an assignment `a`. */
function followUpConditions({ filters, today }: Scope): Composed[] {
  return [
    ...(filters.position.length > 0 ? [oneOf('a.position', '"position"', filters.position)] : []),
    ...verificationCondition(filters.verification),
    ...(filters.original ? [sql`${raw(pending)} and a.original_due_on < ${today}::date and ${raw(live)}`] : []),
    ...(filters.silent ? [sql`${silentOn(today)} and ${raw(live)}`] : []),
    ...sinceConditions(filters),
    ...timingConditions(filters, today, raw(live)),
  ]
}

/** SQL: whether the review of an assignment `a` is in one of these states. What is closed waits for nobody. */
function verificationCondition(wanted: Scope['filters']['verification']): Composed[] {
  if (wanted.length === 0) return []
  const [unfinished, verified] = [wanted.filter((one) => !isVerified(one)), wanted.filter(isVerified)]
  const conditions = [
    ...(unfinished.length > 0 ? [sql`${oneOf('a.verification', 'verification', unfinished)} and ${raw(live)}`] : []),
    ...(verified.length > 0 ? [oneOf('a.verification', 'verification', verified)] : []),
  ]
  return [sql`a.closure is null and (${join(conditions, ' or ')})`]
}

/** SQL: whether a recommendation `r` has a theme, in any spelling. */
const themeCondition = (theme: string) =>
  theme === none
    ? sql`r.themes = '{}'`
    : sql`r.id in (select recommendation_id from recommendation_themes where key = name_key(${theme}))`

/**
 * SQL: compares a column with values. A single value is an equality, so that an index also gives the order of its next
 * column.
 */
function oneOf(column: string, type: string, values: readonly string[]) {
  const [first, ...others] = values
  return others.length === 0
    ? sql`${raw(column)} = ${first}::${raw(type)}`
    : sql`${raw(column)} = any(${values}::${raw(type)}[])`
}

type DueConditions = Record<(typeof dues)[number], (scope: Scope) => Composed>

/** SQL: the condition for the due date, for recommendations or for assignments. */
export const dueOf = (scope: Scope, recommendationDue: DueConditions) =>
  scope.filters.due ? [recommendationDue[scope.filters.due](scope)] : []

/**
 * SQL: the due date filters for a recommendation `r`: whether one of its unfinished assignments matches. A closed
 * recommendation is never overdue.
 */
export const recommendationDue: DueConditions = {
  overdue: ({ today }) => sql`r.next_due_on < ${today}::date and r.status <> 'closed'`,
  // A set is computed once, even if the condition is checked for every row.
  soon: (scope) => sql`r.id in (select a.recommendation_id from assignments a where ${assignmentDue.soon(scope)})`,
  none: () => raw(`r.next_due_on is null and ${undone}`),
}

/** SQL: the due date filters for an assignment `a`: whether it is unfinished and matches. */
export const assignmentDue: DueConditions = {
  overdue: ({ today }) => sql`${raw(pending)} and a.due_on < ${today}::date and ${raw(live)}`,
  soon: ({ today, soon }) =>
    sql`${raw(pending)} and a.due_on between ${today}::date and ${soon}::date and ${raw(live)}`,
  none: () => raw(`${pending} and a.due_on is null and ${live}`),
}

/** SQL: bounds for a list by due date, so that it starts and ends where the matching dates do. */
export function withinDue({ filters: { due }, today, soon }: Scope, [column = '']: string[]): Composed[] {
  if (due === 'overdue') return [sql`${raw(column)} < ${today}::date`]
  if (due === 'soon') return [sql`${raw(column)} <= ${soon}::date`]
  return []
}
