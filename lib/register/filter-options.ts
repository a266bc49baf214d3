import 'server-only'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { read, readNamed } from '@/lib/platform/db'
import { shownPast } from '@/lib/platform/shown-day'
import { allOf, type Composed, raw, sql } from '@/lib/platform/sql'
import { firstForm } from '@/lib/recommendations/theme-key'
import { assignmentsIn, recommendationsIn } from './conditions'
import type { Scope } from './scope'

/** A value of a filter and the number of recommendations with it. */
export type Option = { value: string; label: string; count?: number }

/** The options of each filter. A filter with too many values has none: people type the value. */
export type Options = Partial<Record<'organization' | 'group' | 'owner' | 'document' | 'theme', Option[]>>

/** The largest number of recommendations for which the options are counted. */
const few = 2_000

/** Returns the options of each filter, with counts if there are few recommendations. */
export const optionsOf = ({ filters, ...scope }: Scope): Promise<Options> =>
  optionsOfWhole({ ...scope, filters: { ...filters, after: undefined, sort: undefined } })

/** Returns the options for a scope that is equal for each page of a list in every order. */
const optionsOfWhole = cacheUntilNextEvent(
  async (scope: Scope): Promise<Options> => ((await areFew()) ? counted(scope) : named()),
)

async function areFew(): Promise<boolean> {
  const text = `select count(*)::int as n from (select from recommendations limit ${few + 1}) few`
  const rows = await readNamed<{ n: number }>({ name: 'list-few', text })
  return (rows[0]?.n ?? 0) <= few
}

async function counted(scope: Scope): Promise<Options> {
  const { organization: _organization, ...anyOrganization } = scope
  const { group: _group, ...anyGroup } = scope
  const { owner: _owner, ...anyOwner } = scope
  const { document: _document, ...anyDocument } = scope
  const { theme: _theme, ...filters } = scope.filters
  const [organization, group, owner, document, theme] = await Promise.all([
    ofAssignments(organizations, 'x.slug', 'x.name', anyOrganization),
    ofAssignments('groups x on x.id = a.via_group_id', 'x.slug', 'x.name', anyGroup),
    ofAssignments('users x on x.id = a.owner_id', 'x.id::text', 'x.name', anyOwner),
    ofRecommendations('join documents x on x.id = r.document_id', 'x.code', `(x.code || ': ' || x.title)`, anyDocument),
    ofRecommendations(
      'join recommendation_themes x on x.recommendation_id = r.id',
      firstForm('x.key'),
      firstForm('x.key'),
      {
        ...scope,
        filters,
      },
    ),
  ])
  return { organization, group, owner, document, theme }
}

/** SQL: joins the organization that the one of an assignment `a` was merged into, or else the organization itself. */
const organizations = `organizations o on o.id = a.organization_id
  join organizations x on x.id = coalesce(o.merged_into_id, o.id)`

function ofAssignments(joined: string, value: string, label: string, scope: Scope) {
  const from = `assignments a join recommendations r on r.id = a.recommendation_id join ${joined}`
  return choices(from, value, label, assignmentsIn(scope))
}

const ofRecommendations = (joined: string, value: string, label: string, scope: Scope) =>
  choices(`recommendations r ${joined}`, value, label, recommendationsIn(scope))

/** The largest number of options in one list. */
const most = 250

const choices = (from: string, value: string, label: string, where: Composed[]) =>
  read<Required<Option>>(
    'filter-options',
    sql`
    select * from (
      select ${raw(value)} as value, ${raw(label)} as label, count(distinct r.id)::int as count
      from ${raw(from)} where ${allOf(where)} group by 1, 2) counted
    order by label collate by_name, value limit ${most}`,
  )

/** SQL: each theme in its first form, read from the index, one after another. */
const themesNow = `
  with recursive themes(key) as (
    (select key from recommendation_themes order by key limit 1)
    union all
    select (select t.key from recommendation_themes t where t.key > themes.key order by t.key limit 1)
    from themes where key is not null)
  select ${firstForm('themes.key')} as theme from themes where key is not null limit ${most}`

/** SQL: the same for a past day, which has no such index: each would be looked for among all versions. */
const themesThen = `
  select distinct on (k.key) d.theme
  from (select distinct unnest(themes) as theme from recommendations) d,
    lateral (select name_key(d.theme) collate by_name as key) k
  order by k.key, d.theme limit ${most}`

/** Returns options without counts. Groups and documents are few. */
async function named(): Promise<Options> {
  const text = `
    select
      (select coalesce(json_agg(json_build_object('value', slug, 'label', name) order by name), '[]') from groups) as "group",
      (select coalesce(json_agg(json_build_object('value', theme, 'label', theme)), '[]')
       from (${shownPast() ? themesThen : themesNow}) t) as theme,
      (select json_agg(json_build_object('value', code, 'label', code || ': ' || title) order by code)
       from (select code, title from documents where archived_at is null order by code limit ${most + 1}) d
       having count(*) <= ${most}) as document`
  const rows = await readNamed<Options>({ name: 'list-names', text })
  const { document, ...others } = rows[0] ?? {}
  return { ...others, ...(document && { document }) }
}
