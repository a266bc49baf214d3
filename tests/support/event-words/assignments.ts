import type { EventKind } from '@/lib/history/events'
import { assigned, before, type EventWords, gone, justice, priya, said, subject, unodc } from './event-bodies'

type Kind = Extract<EventKind, `assignment.${string}` | `annotation.${string}`>

export const assignments: EventWords<Kind> = {
  'assignment.made': [
    { before: null, after: assigned },
    'Amina Diallo assigned Ministry of Justice, due 1 September 2026',
    'Owner: → Nobody',
    'Due date: → 1 September 2026',
    'Role: → Contributing',
    'As a member of: → States',
  ],
  'assignment.changed': [
    {
      before: { ownerId: null, dueOn: '2026-09-01', role: 'contributing' },
      after: { ownerId: priya, dueOn: null, role: 'lead' },
    },
    'Amina Diallo changed the owner, the due date and the role of Its subject',
    'Owner: Nobody → Priya Raman',
    'Due date: 1 September 2026 → No date',
    'Role: Contributing → Lead',
  ],
  'assignment.moved': [
    { before: { organizationId: unodc }, after: { organizationId: justice } },
    'Amina Diallo moved an assignment from UNODC to Ministry of Justice',
    'Organization: UNODC → Ministry of Justice',
  ],
  'assignment.removed': [
    { before: { ...assigned, dueOn: null, ownerId: gone }, after: null },
    'Amina Diallo removed the assignment of Ministry of Justice',
    'Owner: (removed) →',
    'Due date: No date →',
  ],
  'assignment.closed': [
    { before: { closure: null }, after: { closure: 'made_in_error', reason: { id: gone, sha256: '' } } },
    'Amina Diallo closed the assignment of Its subject: Made in error',
    'Status: Open → Made in error',
    'said: (erased)',
  ],
  'assignment.reopened': [
    { before: { closure: 'made_in_error' }, after: { closure: null, reason: said } },
    'Amina Diallo reopened the assignment of Its subject',
    'Status: Made in error → Open',
    'said: The words themselves.',
  ],
  'assignment.evidence_added': [
    {
      before: null,
      after: {
        ...{ evidenceId: gone, kind: 'file', title: said, content: '0'.repeat(64), from: null, to: null },
        ...{ audience: 'organization', onBehalf: true },
      },
    },
    'Amina Diallo added evidence for Its subject, on its behalf',
    'Who can read it: → One organization',
    'said: The words themselves.',
  ],
  'assignment.evidence_withdrawn': [
    { before: null, after: { evidenceId: before.id, reason: said } },
    'Amina Diallo withdrew evidence of Its subject: “Earlier words.”',
    'said: The words themselves.',
  ],
  'assignment.evidence_named': [
    { before: null, after: { reportId: gone, evidenceIds: [before.id, said.id] } },
    'Amina Diallo named evidence in the report of Its subject',
    'Evidence: → Earlier words. and The words themselves.',
  ],
  'assignment.reported': [
    {
      before: { progress: 'not_started', verification: 'none' },
      after: { progress: 'implemented', verification: 'submitted', asOf: '2026-11-23', onBehalf: true, report: said },
    },
    'Amina Diallo reported progress for Its subject, on its behalf, as of 23 November 2026',
    'Progress: Not started → Implemented',
    'Verification: None → Not verified',
    'said: The words themselves.',
  ],
  'assignment.date_requested': [
    {
      before: { due: '2026-11-23' },
      after: { asked: '2027-03-01', requestId: gone, onBehalf: true, reason: said },
    },
    'Amina Diallo requested another due date for Its subject, on its behalf',
    'Requested date: → 1 March 2027',
    'said: The words themselves.',
  ],
  'assignment.date_decided': [
    {
      before: { dueOn: '2026-11-23' },
      after: { dueOn: '2027-02-01', decision: 'granted', requestId: gone, note: said },
    },
    'Amina Diallo granted the request of Its subject for another due date',
    'Due date: 23 November 2026 → 1 February 2027',
    'said: The words themselves.',
  ],
  'assignment.answered': [
    {
      before: { position: 'pending' },
      after: { position: 'not_accepted', answeredOn: '2026-11-20', answerId: gone, onBehalf: true, reason: said },
    },
    'Amina Diallo stated the position of Its subject, on its behalf, as of 20 November 2026',
    'Position: → Not accepted',
    'said: The words themselves.',
  ],
  'assignment.asked_again': [
    { before: { position: 'not_accepted' }, after: { position: 'pending', answerId: gone } },
    'Amina Diallo asked Its subject for its position again',
    'Position: Not accepted → Not stated',
  ],
  'assignment.action_added': [
    {
      before: null,
      after: {
        action: {
          ...{ id: gone, position: 1, titleId: said.id, responsibleId: before.id, startsOn: null, dueOn: '2027-03-01' },
          ...{ state: 'planned', doneOn: null },
        },
        ...{ title: said, responsible: before, onBehalf: true },
      },
    },
    'Amina Diallo added the step “The words themselves.” to the plan of Its subject, on its behalf',
    'Responsible: → Earlier words.',
    'Due date: → 1 March 2027',
  ],
  'assignment.action_changed': [
    {
      before: {
        action: { id: gone, titleId: before.id, dueOn: '2027-03-01', state: 'planned', doneOn: null, position: 2 },
      },
      after: {
        action: { id: gone, titleId: said.id, dueOn: null, state: 'done', doneOn: '2027-02-01', position: 1 },
        ...{ title: said, onBehalf: false },
      },
    },
    'Amina Diallo changed the title, the due date, the state, the date of completion and the place of the step “The words themselves.” in the plan of Its subject',
    'Title: Earlier words. → The words themselves.',
    'Due date: 1 March 2027 → No date',
    'State: Planned → Done',
    'Done on: No date → 1 February 2027',
    'Place in the plan: 2 → 1',
  ],
  'assignment.reminded': [
    { before: null, after: { note: said } },
    'Amina Diallo reminded Its subject',
    'said: The words themselves.',
  ],
  'assignment.reviewed': [
    {
      before: { verification: 'submitted' },
      after: { verification: 'returned', decision: 'return', reviewId: gone, reportId: gone, note: said },
    },
    'Amina Diallo returned the report of Its subject',
    'Verification: Not verified → Returned',
    'said: The words themselves.',
  ],
  'annotation.added': [
    { before: null, after: { text: said, audience: 'internal', parentId: subject, start: null, end: null } },
    'Amina Diallo replied to an annotation',
    'Who can read it: → Everyone signed in',
    'said: The words themselves.',
  ],
  'annotation.edited': [
    { before: { text: before }, after: { text: said } },
    'Amina Diallo edited an annotation',
    'Annotation: Earlier words. → The words themselves.',
  ],
  'annotation.withdrawn': [
    { before: { withdrawn: false }, after: { withdrawn: true, reason: said } },
    'Amina Diallo withdrew an annotation',
    'said: The words themselves.',
  ],
}
