/**
 * The answers of the product as a person who knows PostgreSQL would query them by hand: one statement each, without
 * authentication, permissions or caching.
 */

const party = (row: string) =>
  `case when ${row}.id is not null then json_build_object('slug', ${row}.slug, 'name', ${row}.name) end`

const assignments = `(
  select coalesce(json_agg(json_build_object(
    'id', a.id, 'organization', ${party('o')}, 'group', ${party('g')}, 'role', a.role,
    'owner', case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'email', u.email) end,
    'dueOn', a.due_on, 'originalDueOn', a.original_due_on, 'position', a.position, 'progress', a.progress,
    'verification', a.verification, 'closure', a.closure, 'status', a.status, 'version', a.version) order by o.name), '[]')
  from assignments a join organizations o on o.id = a.organization_id
  left join groups g on g.id = a.via_group_id left join users u on u.id = a.owner_id
  where a.recommendation_id = r.id)`

const annotations = `(
  select coalesce(json_agg(json_build_object(
    'id', n.id, 'body', (select body from annotation_revisions v where v.annotation_id = n.id order by number desc limit 1),
    'audience', n.audience, 'organization', ${party('o')}, 'author', json_build_object('id', u.id, 'name', u.name),
    'createdAt', n.created_at, 'version', n.version) order by n.created_at), '[]')
  from annotations n join users u on u.id = n.author_id left join organizations o on o.id = n.organization_id
  where n.recommendation_id = r.id)`

const addressees = `(
  select coalesce(json_agg(json_build_object('words', d.words, 'organization', ${party('o')}, 'group', ${party('g')})
    order by d.position), '[]')
  from addressees d left join organizations o on o.id = d.organization_id left join groups g on g.id = d.group_id
  where d.recommendation_id = r.id)`

const recommendation = (more = '') => `json_build_object(
  'key', r.key, 'citation', concat_ws(', ', d.title, d.symbol, d.dated, p.label), 'title', r.title, 'quote', r.quote,
  'kind', r.kind, 'status', r.status, 'counts', json_build_object('open', r.open_count, 'begun', r.begun_count,
    'implemented', r.implemented_count, 'verified', r.verified_count, 'closed', r.closed_count),
  'nextDueOn', r.next_due_on, 'document', json_build_object('code', d.code, 'title', d.title),
  'paragraph', json_build_object('label', p.label, 'ordinal', p.ordinal, 'heading', p.heading),
  'addressees', ${addressees}, 'themes', r.themes, 'version', r.version, 'updatedAt', ra.changed_at,
  'assignments', ${assignments}${more})`

const from = `recommendations r join documents d on d.id = r.document_id join paragraphs p on p.id = r.paragraph_id
  join recommendation_activity ra on ra.recommendation_id = r.id`

const list = (where: string, order: string) => `
  select json_build_object(
    'items', (select json_agg(item) from (
      select ${recommendation()} as item
      from ${from} where ${where} order by ${order} limit 50) page),
    'total', 0)::text as json`

const owed =
  'exists (select from assignments a join organizations o on o.id = a.organization_id where a.recommendation_id = r.id and o.slug = $2)'

const open = "status in ('not_started', 'in_progress', 'partially_implemented')"
const overdue = (column: string) => `count(*) filter (where ${column} < current_date)`
const soon = (column: string) => `count(*) filter (where ${column} between current_date and current_date + 30)`

const titled = "json_build_object('key', r.key, 'title', r.title, 'quote', r.quote)"

/** For a coordinator who has no assignments. */
const dashboard = `
  with counted as (
    select status, kind, count(*) as n, ${overdue('next_due_on')} as late, ${soon('next_due_on')} as soon
    from recommendations group by status, kind),
  owed as (
    select organization_id, via_group_id, status, count(*) as n, ${overdue('due_on')} as late, ${soon('due_on')} as soon
    from assignments group by 1, 2, 3)
  select json_build_object(
    'recommendations', (select json_agg(counted) from counted),
    'assignments', (select json_agg(o) from (
      select status, sum(n) as n, sum(late) as late, sum(soon) as soon from owed group by status) o),
    'organizations', (select json_agg(o) from (
      select o.slug, o.name, sum(n) as n, sum(n) filter (where ${open}) as pending, sum(late) filter (where ${open}) as late
      from owed join organizations o on o.id = owed.organization_id group by o.id order by sum(n) desc limit 8) o),
    'groups', (select json_agg(g) from (
      select g.slug, g.name, sum(n) as n, sum(n) filter (where ${open}) as pending, sum(late) filter (where ${open}) as late
      from owed join groups g on g.id = owed.via_group_id group by g.id order by sum(n) desc limit 8) g),
    'late', (select json_agg(l) from (
      select ${titled} as recommendation, a.id, a.due_on, o.slug, o.name, u.name as owner
      from assignments a join recommendations r on r.id = a.recommendation_id
      join organizations o on o.id = a.organization_id left join users u on u.id = a.owner_id
      where a.${open} and a.due_on < current_date order by a.due_on, a.recommendation_id limit 5) l),
    'unassigned', (select json_agg(u) from (
      select ${titled} as recommendation from recommendations r where r.status = 'unassigned' limit 10) u),
    'changed', (select json_agg(e) from (
      select e.seq, e.at, e.kind, u.name, e.body, r.key from events e left join users u on u.id = e.actor_id
      left join recommendations r on r.id = e.recommendation_id order by e.seq desc limit 6) e))::text as json`

export const reads = {
  list: list('true', 'r.document_id, r.ordinal, r.start'),
  filtered: list(`r.status = $1 and ${owed}`, 'r.document_id, r.ordinal, r.start'),
  search: list(
    'r.id in (select recommendation_id from recommendation_search where words @@ search_query($1))',
    'ra.changed_at desc',
  ),
  dashboard,
  one: `select ${recommendation(`, 'annotations', ${annotations}`)}::text as json from ${from} where r.key = $1`,
}

/** The tables for a report, an annotation and their events, without triggers. */
export const tables = `
  drop table if exists floor_reports, floor_annotations, floor_events;
  create table floor_reports (like progress_reports including all);
  create table floor_annotations (like annotations including all, body text not null);
  create table floor_events (
    seq bigint generated always as identity primary key, at timestamptz not null default now(),
    kind text not null, subject_id uuid not null, body text not null)`

export const writes = {
  report: `
    with made as (
      insert into floor_reports (id, assignment_id, as_of, progress, narrative, author_id, state, submitted_at)
      values (gen_random_uuid(), $1, current_date, $2, $3, $1, 'submitted', now()) returning id),
    told as (insert into floor_events (kind, subject_id, body) select 'assignment.reported', id, $3 from made)
    select json_build_object('id', id, 'state', 'submitted')::text as json from made`,
  annotate: `
    with made as (
      insert into floor_annotations (id, paragraph_id, recommendation_id, author_id, created_at, body)
      select gen_random_uuid(), r.paragraph_id, r.id, r.id, now(), $2 from recommendations r where r.key = $1 returning id),
    told as (insert into floor_events (kind, subject_id, body) select 'annotation.added', id, $2 from made)
    select json_build_object('id', id, 'body', $2)::text as json from made`,
}
