import { type Checked, inBody, lastOf, membersOf, sorted } from './checked'

/** SQL: how many assignments of the closed cycle `x` have each answer. */
const answersOfCycle = ['answered', 'late', 'not_answered', 'closed']
  .map((one) => `'${one}', (select count(*) from cycle_results f where f.cycle_id = x.id and f.answer = '${one}')`)
  .join(', ')

/** SQL: the IDs of the submitted reports of the assignment `x`, in their order. */
const reportsOf = `(select coalesce(jsonb_agg(pr.id order by pr.number), '[]') from progress_reports pr
  where pr.assignment_id = x.id and pr.state = 'submitted')`

/** Assignments, the steps of their plans, and reporting cycles. */
export const nounTables: Checked[] = [
  {
    table: 'assignments',
    noun: 'assignment',
    made: ['assignment.made'],
    always: true,
    says: `jsonb_build_object('organizationId', x.organization_id, 'viaGroupId', x.via_group_id, 'ownerId', x.owner_id,
      'dueOn', x.due_on, 'role', x.role, 'position', x.position, 'progress', x.progress, 'verification', x.verification,
      'closure', x.closure, 'recommendationId', x.recommendation_id, 'closureReasonId', x.closure_reason_id,
      'positionReasonId', x.position_reason_id, 'reportedAt', x.reported_at, 'reports', ${reportsOf})`,
    recorded: `'{"position": "pending", "progress": "not_started", "verification": "none", "closure": null}' || t.recorded
      || jsonb_build_object('recommendationId', t.recommendation, 'positionReasonId', t.position_reason,
        'closureReasonId', case when t.recorded ->> 'closure' is not null then t.closure_reason end, 'reportedAt', t.reported_at,
        'reports', coalesce(t.reports, '[]'))`,
    collected: {
      recommendation: 'min(e.recommendation_id::text)',
      closure_reason: lastOf(inBody('after', 'reason', 'id'), 'assignment.closed'),
      position_reason: lastOf(inBody('after', 'reason', 'id'), 'assignment.answered', 'assignment.asked_again'),
      reported_at: lastOf('e.at', 'assignment.reported'),
      reports: `jsonb_agg(f.value -> 'id' order by e.seq) filter (where e.kind = 'assignment.reported' and f.key = 'report')`,
    },
  },
  {
    // Without their places, because a step that moves also moves others.
    table: 'actions',
    noun: 'assignment',
    made: ['assignment.action_added'],
    told: ['assignment.action_changed'],
    always: true,
    says: `jsonb_build_object('titleId', x.title_id, 'responsibleId', x.responsible_id, 'startsOn', x.starts_on,
      'dueOn', x.due_on, 'originalDueOn', x.original_due_on, 'state', x.state, 'doneOn', x.done_on, 'createdAt', x.created_at)`,
    recorded: `t.recorded || jsonb_build_object('originalDueOn', t.first_due_on, 'createdAt', t.made_at)`,
    collected: {
      first_due_on: `(array_agg(f.value order by e.seq) filter (where f.key = 'dueOn' and f.value <> 'null'))[1]`,
    },
    within: {
      column: 'assignment_id',
      id: `(e.body::jsonb #>> '{after,action,id}')::uuid`,
      after: inBody('after', 'action'),
    },
  },
  {
    table: 'cycles',
    noun: 'cycle',
    made: ['cycle.added'],
    always: true,
    says: `jsonb_build_object('name', x.name, 'asks', x.asks, 'state', x.state, 'opensOn', x.opens_on,
      'closesOn', x.closes_on, 'documentId', x.document_id, 'createdAt', x.created_at, 'openedAt', x.opened_at,
      'closedAt', x.closed_at, 'countsFrom', extract(epoch from x.counts_from),
      'organizationIds', ${membersOf('organization_id', 'cycle_organizations', 'm.cycle_id = x.id')},
      'groupIds', ${membersOf('group_id', 'cycle_groups', 'm.cycle_id = x.id')}, ${answersOfCycle})`,
    recorded: `'{"state": "planned"}' || t.recorded || jsonb_build_object('createdAt', t.made_at, 'openedAt', t.opened_at,
      'closedAt', t.closed_at, 'organizationIds', ${sorted("t.recorded -> 'organizationIds'")},
      'groupIds', ${sorted("t.recorded -> 'groupIds'")})
      || case when t.opened_at is null then '{"countsFrom": null}'::jsonb
        when t.recorded ? 'countsFrom' then
          jsonb_build_object('countsFrom', extract(epoch from (t.recorded ->> 'countsFrom')::timestamptz))
        else '{}' end`,
    collected: {
      opened_at: lastOf('e.at', 'cycle.opened'),
      closed_at: lastOf('e.at', 'cycle.closed'),
    },
  },
  {
    table: 'publications',
    noun: 'publication',
    where: 'x.content is not null',
    made: ['publication.generated'],
    always: true,
    says: `jsonb_build_object('code', x.code, 'title', x.title, 'asOf', x.as_of, 'seq', x.seq, 'hash', x.hash,
      'sha256', encode(sha256(convert_to(x.content, 'UTF8')), 'hex'), 'content', x.definition -> 'content',
      'authorId', x.author_id, 'state', x.state)`,
    recorded: `t.recorded || jsonb_build_object('authorId', t.made_by, 'state', 'ready')`,
  },
]
