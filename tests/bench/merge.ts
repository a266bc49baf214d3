import type { Actor } from '@/lib/domain/actor'
import { query } from './database'

/**
 * One organization leads a fifth of all recommendations, and its twenty members own the assignments. The other one is
 * new.
 */
const prepared = `
  set session_replication_role = replica;
  create temp table pair as select gen_random_uuid() as big, gen_random_uuid() as other;
  insert into organizations (id, slug, name) select big, 'bench-big', 'Bench big' from pair;
  insert into organizations (id, slug, name) select other, 'bench-other', 'Bench other' from pair;
  create temp table member as select n, gen_random_uuid() as id from generate_series(0, 19) n;
  insert into users (id, email, name, role) select id, 'big-' || n || '@bench.example.org', 'Big ' || n, 'focal_point' from member;
  insert into memberships (user_id, organization_id) select id, big from member, pair;
  create temp table moved as
  select a.id, m.id as owner from (
    select id, row_number() over (order by recommendation_id) as place from assignments where role = 'lead') a
  join member m on m.n = a.place % 20
  where a.place <= (select count(*) / 5 from recommendations);
  update assignments a set organization_id = big, via_group_id = null, owner_id = owner, acting_owner_id = owner
  from moved, pair where a.id = moved.id;
  update assignment_versions v set organization_id = big, via_group_id = null, owner_id = owner
  from moved, pair where v.id = moved.id`

/** Merges an organization with a fifth of all assignments. Returns how many assignments moved, and the seconds. */
export async function timeMerge(url: string): Promise<{ moved: number; seconds: number }> {
  await query(url, prepared)
  await query(url, 'vacuum analyze assignments')
  const { mergeOrganization } = await import('@/lib/organizations/merge-organization')
  const { rows } = await query(url, `select id from users where email = 'coordinator@bench.example.org'`)
  const coordinator: Actor = { id: rows[0].id, role: 'coordinator', organizationIds: [] }

  const began = performance.now()
  const merged = await mergeOrganization(coordinator, { slug: 'bench-big', into: 'bench-other' })
  if (!merged.ok) throw new Error(`Not merged: ${JSON.stringify(merged)}`)
  return { moved: merged.value.moved, seconds: (performance.now() - began) / 1000 }
}
