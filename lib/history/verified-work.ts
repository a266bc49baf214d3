import { type Checked, inBody, lastOf } from './checked'

/** The ID of a row that is missing, where the event does not name it. */
export const noRow = '00000000-0000-0000-0000-000000000000'

/** SQL: an ID in the values after an event `e`, and those values. */
const inEvent = (path: string) => ({
  column: 'assignment_id',
  id: `(e.body::jsonb #>> '{after,${path}}')::uuid`,
  after: `e.body::jsonb -> 'after'`,
})

/** SQL: the ID of a text in the values `t.recorded`, or null. */
const textIn = (field: string) => `t.recorded #> '{${field},id}'`

/**
 * SQL: the row that explains why a due date changed, in an event `e` that changed it. The event names it by its assignment
 * and its reason. An ID that no row has, if the row is missing.
 */
const explained = `case when e.body::jsonb #> '{after,reason,id}' is not null then coalesce((
  select c.id from date_changes c
  where c.assignment_id = e.subject_id and c.kind <> 'requested' and c.reason_id = (e.body::jsonb #>> '{after,reason,id}')::uuid),
  '${noRow}') end`

/** The tables of the work on an assignment, whose events are about the assignment. */
export const workTables: Checked[] = [
  {
    table: 'progress_reports',
    noun: 'assignment',
    where: `x.state = 'submitted'`,
    made: ['assignment.reported'],
    always: true,
    says: `jsonb_build_object('asOf', x.as_of, 'progress', x.progress, 'onBehalf', x.on_behalf, 'authorId', x.author_id,
      'corrects', x.corrects_id, 'submittedAt', x.submitted_at, 'unchangedSince', x.unchanged_since,
      'draftedBy', to_jsonb(x.drafted_by))`,
    recorded: `'{"unchangedSince": null, "draftedBy": []}' || t.recorded || jsonb_build_object('authorId', t.made_by, 'submittedAt', t.made_at, 'corrects', t.recorded #> '{corrects,id}')`,
    within: inEvent('report,id'),
  },
  {
    table: 'reviews',
    noun: 'assignment',
    made: ['assignment.reviewed'],
    always: true,
    says: `jsonb_build_object('decision', x.decision, 'reportId', x.report_id, 'noteId', x.note_id, 'authorId', x.author_id,
      'decidedAt', x.decided_at)`,
    recorded: `t.recorded || jsonb_build_object('noteId', ${textIn('note')}, 'authorId', t.made_by, 'decidedAt', t.made_at)`,
    within: inEvent('reviewId'),
  },
  {
    table: 'answers',
    noun: 'assignment',
    made: ['assignment.answered', 'assignment.asked_again'],
    always: true,
    says: `jsonb_build_object('position', x.position, 'answeredOn', x.answered_on, 'reasonId', x.reason_id,
      'onBehalf', x.on_behalf, 'authorId', x.author_id, 'writtenAt', x.written_at)`,
    recorded: `'{"answeredOn": null, "onBehalf": false}' || t.recorded
      || jsonb_build_object('reasonId', ${textIn('reason')}, 'authorId', t.made_by, 'writtenAt', t.made_at)`,
    within: inEvent('answerId'),
  },
  {
    table: 'date_changes',
    noun: 'assignment',
    where: `x.kind = 'requested'`,
    made: ['assignment.date_requested'],
    told: ['assignment.date_decided'],
    always: true,
    says: `jsonb_build_object('asked', x.asked, 'reasonId', x.reason_id, 'onBehalf', x.on_behalf, 'authorId', x.author_id,
      'before', x.before, 'askedAt', x.asked_at, 'decision', x.decision, 'granted', x.granted, 'noteId', x.note_id,
      'decidedById', x.decided_by_id, 'decidedAt', x.decided_at)`,
    recorded: `'{"decision": null}' || t.recorded || jsonb_build_object('reasonId', ${textIn('reason')}, 'before', t.due,
      'authorId', t.made_by, 'askedAt', t.made_at, 'noteId', ${textIn('note')}, 'decidedById', t.decided_by, 'decidedAt', t.decided_at,
      'granted', case when t.recorded ->> 'decision' = 'granted' then t.recorded -> 'dueOn' end)`,
    collected: {
      due: lastOf(inBody('before', 'due'), 'assignment.date_requested'),
      decided_by: lastOf('e.actor_id', 'assignment.date_decided'),
      decided_at: lastOf('e.at', 'assignment.date_decided'),
    },
    within: inEvent('requestId'),
  },
  {
    table: 'date_changes',
    noun: 'assignment',
    where: `x.kind <> 'requested'`,
    made: ['assignment.changed'],
    always: true,
    says: `jsonb_build_object('asked', x.asked, 'granted', x.granted, 'corrected', x.kind = 'corrected', 'authorId', x.author_id,
      'before', x.before, 'askedAt', x.asked_at, 'decidedAt', x.decided_at, 'decidedById', x.decided_by_id,
      'decision', x.decision, 'noteId', x.note_id, 'onBehalf', x.on_behalf)`,
    recorded: `jsonb_build_object('asked', t.recorded -> 'dueOn', 'granted', t.recorded -> 'dueOn', 'corrected', t.recorded ? 'correction',
      'authorId', t.made_by, 'before', t.due, 'askedAt', t.made_at, 'decidedAt', t.made_at, 'decidedById', t.made_by,
      'decision', 'granted', 'noteId', null, 'onBehalf', false)`,
    collected: { due: lastOf(inBody('before', 'dueOn'), 'assignment.changed') },
    within: { ...inEvent(''), id: explained },
  },
]
