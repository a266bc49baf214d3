import { type Checked, lastOf, membersOf, nowOf, sorted } from './checked'

/** Organizations, groups, people and the instance. */
export const partyTables: Checked[] = [
  {
    table: 'organizations',
    noun: 'organization',
    made: ['organization.added'],
    says: `jsonb_build_object('slug', x.slug, 'name', x.name, 'archivedAt', x.archived_at, 'mergedIntoId', x.merged_into_id)`,
    recorded: `t.recorded || jsonb_build_object('mergedIntoId', ${nowOf(`t.recorded ->> 'intoId'`)},
        'archivedAt', case when t.recorded -> 'archived' = 'true' or t.recorded ? 'intoId' then t.archived_at end)`,
    collected: { archived_at: lastOf('e.at', 'organization.archived', 'organization.merged') },
  },
  {
    table: 'groups',
    noun: 'group',
    made: ['group.added'],
    says: `jsonb_build_object('slug', x.slug, 'name', x.name,
      'organizationIds', ${membersOf('organization_id', 'group_members', 'm.group_id = x.id')})`,
    recorded: `t.recorded || jsonb_build_object('organizationIds', (
      select coalesce(jsonb_agg(last.member order by last.member), '[]') from (
        select named.member::uuid as member, array_agg(e.kind order by e.seq desc) as kinds
        from events e, lateral jsonb_array_elements_text(case e.kind
          when 'group.members_added' then e.body::jsonb #> '{after,organizationIds}'
          when 'group.members_removed' then e.body::jsonb #> '{before,organizationIds}' end) named(member)
        where e.subject_type = 'group' and e.subject_id = x.id
        group by named.member::uuid) last
      where last.kinds[1] = 'group.members_added'))`,
  },
  {
    table: 'instance',
    noun: 'instance',
    says: `jsonb_build_object('name', x.name, 'logo', x.logo_hash, 'picture', encode(sha256(x.logo), 'hex'))`,
    recorded: `t.recorded || case when t.recorded ? 'logo' then
      jsonb_build_object('picture', t.recorded -> 'logo') else '{}' end`,
  },
  {
    table: 'users',
    noun: 'user',
    made: ['user.added'],
    says: `jsonb_build_object('role', x.role, 'disabledAt', x.disabled_at, 'erasedAt', x.erased_at,
      'organizationIds', ${membersOf('organization_id', 'memberships', 'm.user_id = x.id')},
      'alternateIds', ${membersOf('organization_id', 'memberships', "m.user_id = x.id and m.kind = 'alternate'")})`,
    recorded: `t.recorded || jsonb_build_object('erasedAt', t.erased_at,
        'disabledAt', case when t.last_enabling = 'user.disabled' then t.disabled_at end)
      || case when t.recorded ? 'organizationIds' then
        jsonb_build_object('organizationIds', ${sorted("t.recorded -> 'organizationIds'")}) else '{}' end
      || case when t.recorded ? 'alternateIds' then
        jsonb_build_object('alternateIds', ${sorted("t.recorded -> 'alternateIds'")}) else '{}' end`,
    collected: {
      last_enabling: lastOf('e.kind', 'user.disabled', 'user.enabled'),
      disabled_at: lastOf('e.at', 'user.disabled'),
      erased_at: lastOf('e.at', 'user.erased'),
    },
  },
]
