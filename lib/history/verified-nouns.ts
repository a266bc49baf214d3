/** A table whose rows are compared with their events. */
export type Checked = {
  table: string
  noun: string
  /** SQL: the rows `x` that are compared. All, if absent. */
  where?: string
  /** The kinds of events that record the creation of a row. */
  made?: readonly string[]
  /** The other kinds of events that tell of a row. All of the noun, if absent and `within` is too. */
  told?: readonly string[]
  /** Every row has such an event. */
  always?: true
  /** SQL: a JSON object with the values of the row `x`. */
  says: string
  /**
   * SQL: a JSON object with the values of the row according to the history. `t.recorded` has the last value of each field
   * in its events, and is used if this is absent. `t.made_by` and `t.made_at` are the actor and the moment of
   * the event that created it.
   */
  recorded?: string
  /**
   * SQL: for rows whose events are about another row: the column with the ID of that row, and in an event `e` the ID of
   * the row and a JSON object with its values after the event.
   */
  within?: { column: string; id: string; after: string }
}

const membersOf = (column: string, table: string, where: string) =>
  `(select coalesce(jsonb_agg(m.${column} order by m.${column}), '[]') from ${table} m where ${where})`

const sorted = (list: string) => `(select coalesce(jsonb_agg(m order by m), '[]') from jsonb_array_elements(${list}) m)`

/** SQL: how many assignments of the closed cycle `x` have each answer. */
const answersOfCycle = ['answered', 'late', 'not_answered', 'closed']
  .map((one) => `'${one}', (select count(*) from cycle_results f where f.cycle_id = x.id and f.answer = '${one}')`)
  .join(', ')

/** SQL: the place `x` in an edition as its event has it. */
const placeSays = `jsonb_build_object('paragraphId', x.paragraph_id, 'start', x.start, 'end', x."end", 'state', x.state,
  'decidedById', x.decided_by_id, 'quote', encode(sha256(convert_to(x.quote, 'UTF8')), 'hex'))`

const placesOf = (noun: 'recommendation' | 'annotation'): Checked => ({
  table: 'places',
  noun,
  where: `x.${noun}_id is not null`,
  made: [`${noun}.placed`],
  always: true,
  says: placeSays,
  within: {
    column: `${noun}_id`,
    id: `(e.body::jsonb #>> '{after,place,id}')::uuid`,
    after: `e.body::jsonb #> '{after,place}'`,
  },
})

/** The tables of the nouns, whose events are about the rows themselves, and of the steps of plans. */
export const nounTables: Checked[] = [
  {
    table: 'assignments',
    noun: 'assignment',
    made: ['assignment.made'],
    always: true,
    says: `jsonb_build_object('organizationId', x.organization_id, 'viaGroupId', x.via_group_id, 'ownerId', x.owner_id,
      'dueOn', x.due_on, 'role', x.role, 'position', x.position, 'progress', x.progress, 'verification', x.verification,
      'closure', x.closure)`,
    recorded: `'{"position": "pending", "progress": "not_started", "verification": "none", "closure": null}' || t.recorded`,
  },
  {
    // Without their places, because a step that moves also moves others.
    table: 'actions',
    noun: 'assignment',
    made: ['assignment.action_added'],
    told: ['assignment.action_changed'],
    always: true,
    says: `jsonb_build_object('titleId', x.title_id, 'responsibleId', x.responsible_id, 'startsOn', x.starts_on,
      'dueOn', x.due_on, 'state', x.state, 'doneOn', x.done_on)`,
    within: {
      column: 'assignment_id',
      id: `(e.body::jsonb #>> '{after,action,id}')::uuid`,
      after: `e.body::jsonb #> '{after,action}'`,
    },
  },
  {
    table: 'recommendations',
    noun: 'recommendation',
    made: ['recommendation.added'],
    always: true,
    says: `jsonb_build_object('title', x.title, 'kind', x.kind, 'themes', x.themes, 'closure', x.closure,
      'namesNobody', x.names_nobody,
      'addressees', (select coalesce(jsonb_agg(ad.words order by ad.position), '[]') from addressees ad
                     where ad.recommendation_id = x.id))`,
    recorded: `'{"closure": null, "namesNobody": false}' || t.recorded || case when t.recorded ? 'addressees' then
      jsonb_build_object('addressees', jsonb_path_query_array(t.recorded, '$.addressees[*].words')) else '{}' end`,
  },
  {
    table: 'documents',
    noun: 'document',
    made: ['document.added'],
    always: true,
    says: `jsonb_build_object('code', x.code, 'title', x.title, 'archived', x.archived_at is not null)`,
    recorded: `'{"archived": false}' || t.recorded`,
  },
  {
    table: 'editions',
    noun: 'document',
    where: 'x.number > 1',
    made: ['document.edition_published'],
    told: ['document.edition_withdrawn'],
    always: true,
    says: `jsonb_build_object('number', x.number, 'sha256', x.sha256, 'withdrawn', x.withdrawn_at is not null)`,
    recorded: `'{"withdrawn": false}' || t.recorded`,
    within: {
      column: 'document_id',
      id: `(e.body::jsonb #>> '{after,id}')::uuid`,
      after: `e.body::jsonb -> 'after'`,
    },
  },
  placesOf('recommendation'),
  placesOf('annotation'),
  {
    table: 'cycles',
    noun: 'cycle',
    made: ['cycle.added'],
    always: true,
    says: `jsonb_build_object('name', x.name, 'asks', x.asks, 'state', x.state, 'opensOn', x.opens_on,
      'closesOn', x.closes_on, 'documentId', x.document_id, ${answersOfCycle})`,
    recorded: `'{"state": "planned"}' || t.recorded`,
  },
  {
    table: 'publications',
    noun: 'publication',
    where: `x.state = 'ready'`,
    made: ['publication.generated'],
    always: true,
    says: `jsonb_build_object('code', x.code, 'title', x.title, 'asOf', x.as_of, 'seq', x.seq, 'hash', x.hash,
      'sha256', encode(sha256(convert_to(x.content, 'UTF8')), 'hex'), 'content', x.definition -> 'content',
      'authorId', x.author_id)`,
    recorded: `t.recorded || jsonb_build_object('authorId', t.made_by)`,
  },
  {
    table: 'annotations',
    noun: 'annotation',
    made: ['annotation.added'],
    says: `jsonb_build_object('audience', x.audience, 'parentId', x.parent_id, 'start', x.start, 'end', x."end",
      'authorId', x.author_id, 'withdrawn', x.withdrawn_at is not null)`,
    recorded: `'{"withdrawn": false}' || t.recorded
      || case when t.made then jsonb_build_object('authorId', t.made_by) else '{}' end`,
  },
  {
    table: 'organizations',
    noun: 'organization',
    made: ['organization.added'],
    says: `jsonb_build_object('name', x.name, 'archived', x.archived_at is not null, 'merged', x.merged_into_id is not null)`,
    recorded: `'{"archived": false}' || t.recorded
      || case when t.recorded ? 'intoId' then '{"archived": true, "merged": true}' else '{"merged": false}'::jsonb end`,
  },
  {
    table: 'groups',
    noun: 'group',
    made: ['group.added'],
    says: `jsonb_build_object('name', x.name,
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
    says: `jsonb_build_object('name', x.name, 'logo', x.logo_hash)`,
  },
  {
    table: 'users',
    noun: 'user',
    says: `jsonb_build_object('role', x.role, 'disabled', x.disabled_at is not null, 'isErased', x.erased_at is not null,
      'organizationIds', ${membersOf('organization_id', 'memberships', 'm.user_id = x.id')},
      'alternateIds', ${membersOf('organization_id', 'memberships', "m.user_id = x.id and m.kind = 'alternate'")})`,
    recorded: `t.recorded || jsonb_build_object('disabled', coalesce(t.last_enabling = 'user.disabled', false),
      'isErased', t.recorded ? 'erased')
      || case when t.recorded ? 'organizationIds' then
        jsonb_build_object('organizationIds', ${sorted("t.recorded -> 'organizationIds'")}) else '{}' end
      || case when t.recorded ? 'alternateIds' then
        jsonb_build_object('alternateIds', ${sorted("t.recorded -> 'alternateIds'")}) else '{}' end`,
  },
]
