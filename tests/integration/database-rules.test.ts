import { expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { checks, triggers } from '../support/required-rules'

// What the rules need and Prisma's schema can't say, so that the drift test doesn't see it go.

/** Partial ones and those on expressions. */
const indexes = [
  'assignment_versions: assignment_versions_due_idx, partial',
  'assignments: assignments_claimed_idx, partial',
  'assignments: assignments_due_idx',
  'assignments: assignments_one_lead, unique, partial',
  'assignments: assignments_past_original_idx, partial',
  'assignments: assignments_pending_due_idx, partial',
  'assignments: assignments_position_idx, partial',
  'assignments: assignments_returned_idx, partial',
  'assignments: assignments_silent_idx, partial',
  'assignments: assignments_to_do_idx, partial',
  'cycles: cycles_open_idx, partial',
  'cycles: cycles_planned_idx, partial',
  'date_changes: date_changes_one_waiting_idx, unique, partial',
  'date_changes: date_changes_waiting_idx, partial',
  'document_versions: document_versions_archived_idx, partial',
  'documents: documents_archived_idx, partial',
  'events: events_removing_idx, partial',
  'evidence: evidence_once_idx, unique, partial',
  'evidence: evidence_pending_idx, partial',
  'imports: imports_waiting_idx, partial',
  'notification_mails: notification_mails_waiting_idx, partial',
  'notifications: notifications_unmailed_idx, partial',
  'notifications: notifications_unread_idx, partial',
  'organizations: organizations_name_idx, unique, partial',
  'recommendation_versions: recommendation_versions_closed_idx, partial',
  'recommendation_versions: recommendation_versions_themes_idx, partial',
  'recommendations: recommendations_due_idx',
  'recommendations: recommendations_ended_idx, partial',
  'recommendations: recommendations_without_theme_idx, partial',
  'sheets: sheets_waiting_idx, partial',
  'users: users_lower_name_idx',
]

/** Those on whose being one the product relies. */
const unique = [
  'annotation_revisions (annotation_id, number)',
  'assignments (recommendation_id, organization_id)',
  'documents (code)',
  'editions (document_id, number)',
  'groups (name_key, namesake)',
  'groups (slug)',
  'identities (issuer, subject)',
  'links (hash)',
  'organizations (slug)',
  'paragraphs (edition_id, ordinal)',
  'recommendation_places (key)',
  'recommendations (key)',
  'removed_recommendations (key)',
  'sessions (hash)',
  'tokens (hash)',
  'users (email)',
]

const generated = [
  'assignments.status',
  'groups.name_key',
  'organizations.name_key',
  'organizations.search_text',
  'recommendation_themes.key',
  'recommendations.status',
  'users.search_text',
]

async function namesOf(query: string) {
  const { rows } = await pool.query<{ name: string }>(`select name from (${query}) as found order by name collate "C"`)
  return rows.map(({ name }) => name)
}

const inPublic = `'public'::regnamespace`

test('every trigger is there, and none is switched off', async () => {
  expect(
    await namesOf(`select tgrelid::regclass || ': ' || tgname as name from pg_trigger join pg_class c on c.oid = tgrelid
      where not tgisinternal and tgenabled <> 'D' and relnamespace = ${inPublic}`),
  ).toEqual(triggers)
})

test('events cannot be changed even by a session that replays', async () => {
  const { rows } = await pool.query(
    `select tgname, tgenabled from pg_trigger where tgrelid = 'events'::regclass and tgname like 'events_stay%' order by tgname`,
  )
  expect(rows).toEqual([
    { tgname: 'events_stay', tgenabled: 'A' },
    { tgname: 'events_stay_all', tgenabled: 'A' },
  ])
})

test('every check is there, and holds for the rows that were there before it', async () => {
  expect(
    await namesOf(`select conrelid::regclass || ': ' || conname as name from pg_constraint
      where contype = 'c' and convalidated and connamespace = ${inPublic}`),
  ).toEqual(checks)
})

test('every partial index and every index on an expression is there', async () => {
  expect(
    await namesOf(`select indrelid::regclass || ': ' || indexrelid::regclass
        || case when indisunique then ', unique' else '' end || case when indpred is null then '' else ', partial' end as name
      from pg_index join pg_class c on c.oid = indrelid
      where relnamespace = ${inPublic} and indisvalid and (indpred is not null or indexprs is not null)`),
  ).toEqual(indexes)
})

test('what may be there only once has its unique index', async () => {
  const found =
    await namesOf(`select indrelid::regclass || ' (' || string_agg(attname, ', ' order by place) || ')' as name
    from pg_index join pg_class c on c.oid = indrelid,
      unnest(indkey::int2[]) with ordinality as k(attnum, place) join pg_attribute a using (attnum)
    where attrelid = indrelid and relnamespace = ${inPublic} and indisunique and indpred is null and indexprs is null
    group by indexrelid, indrelid`)
  expect(found).toEqual(expect.arrayContaining(unique))
})

test('statuses and what is searched are made by the database', async () => {
  expect(
    await namesOf(`select attrelid::regclass || '.' || attname as name from pg_attribute join pg_class c on c.oid = attrelid
      where attgenerated = 's' and relnamespace = ${inPublic}`),
  ).toEqual(generated)
})
