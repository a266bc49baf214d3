import { pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'

/** An organization with assignments that are late or due soon, and how many. The members of a group are one entry. */
export type Behind = { name: string; count: number; group?: true; owner?: string }

/** A recommendation that needs attention. */
export type Attention = {
  key: string
  title: string
  /** The code of its document. */
  code: string
  /** The earliest due date of its unfinished assignments. YYYY-MM-DD. */
  dueOn?: string
  behind?: Behind[]
  /** The number of further organizations and groups. */
  others?: number
}

const few = 5
const due = `coalesce(r.next_due_on, 'infinity'::date)`

/** SQL: the first recommendations by their earliest due date, with the organizations that are behind. */
const falling = (within: (column: string) => string) => `coalesce((
  select json_agg(json_strip_nulls(json_build_object('key', r.key, 'title', r.title, 'code', d.code,
    'dueOn', r.next_due_on, 'behind', b.behind, 'others', b.others)) order by r.next_due_on, r.id)
  from (
    select r.id, r.key, r.title, r.document_id, r.next_due_on
    from recommendations r
    where ${within(due)} and r.status <> 'closed' and r.document_id not in ${archivedDocuments}
    order by ${due}, r.id
    limit ${few}) r
  join documents d on d.id = r.document_id
  cross join lateral (
    select json_agg(x.party order by x.place) filter (where x.place <= 2) as behind,
           nullif(count(*) filter (where x.place > 2), 0)::int as others
    from (
      select json_strip_nulls(json_build_object('name', coalesce(g.name, min(o.name)), 'count', count(*)::int,
               'group', case when g.id is not null then true end,
               'owner', case when g.id is null then min(u.name) end)) as party,
             row_number() over (order by min(a.due_on), coalesce(g.name, min(o.name)))::int as place
      from assignments a
      join organizations o on o.id = a.organization_id
      left join groups g on g.id = a.via_group_id
      left join users u on u.id = a.acting_owner_id
      where a.recommendation_id = r.id and ${pending} and ${within('a.due_on')}
      group by g.id, case when g.id is null then a.organization_id end) x) b), '[]')`

/** SQL: what needs attention: overdue on the day `$1`, due by the day `$2`, and not assigned. */
export const attention = `json_build_object(
  'overdue', ${falling((column) => `${column} < $1::date`)},
  'soon', ${falling((column) => `${column} between $1::date and $2::date`)},
  'unassigned', coalesce((
    select json_agg(json_build_object('key', r.key, 'title', r.title, 'code', d.code) order by r.place)
    from (
      select r.key, r.title, r.document_id, row_number() over (order by r.document_id, r.ordinal, r.start, r.id) as place
      from recommendations r
      where r.status = 'unassigned' and r.document_id not in ${archivedDocuments}
      order by r.document_id, r.ordinal, r.start, r.id
      limit ${few}) r
    join documents d on d.id = r.document_id), '[]'))`
