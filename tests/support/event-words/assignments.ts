import type { EventKind } from '@/lib/history/events'
import { assigned, before, type EventWords, gone, input, justice, priya, unodc } from './event-bodies'

type Kind = Extract<EventKind, `assignment.${string}`>

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
    'text: (erased)',
  ],
  'assignment.erased': [
    {
      before: null,
      after: {
        erased: [
          { id: gone, kind: 'report' },
          { id: gone, kind: 'evidence' },
        ],
        reason: input,
      },
    },
    'Amina Diallo erased 2 texts or files of Its subject, as the law requires',
    'Erased: Text of a report and Content of evidence →',
    'text: The words themselves.',
  ],
  'assignment.reopened': [
    { before: { closure: 'made_in_error' }, after: { closure: null, reason: input } },
    'Amina Diallo reopened the assignment of Its subject',
    'Status: Made in error → Open',
    'text: The words themselves.',
  ],
  'assignment.evidence_added': [
    {
      before: null,
      after: {
        ...{ evidenceId: gone, kind: 'file', title: input, content: '0'.repeat(64), from: null, to: null },
        ...{ audience: 'organization', onBehalf: true },
      },
    },
    'Amina Diallo added evidence for Its subject, on its behalf',
    'Who can read it: → The organization and its reviewers',
    'text: The words themselves.',
  ],
  'assignment.evidence_withdrawn': [
    { before: null, after: { evidenceId: before.id, reason: input } },
    'Amina Diallo withdrew evidence of Its subject: “Earlier words.”',
    'text: The words themselves.',
  ],
  'assignment.evidence_infected': [
    { before: null, after: { evidenceId: before.id, malware: 'Win.Test.EICAR' } },
    'A scan found malware in evidence of Its subject, “Earlier words.”, and the file was removed',
    'text: Win.Test.EICAR',
  ],
  'assignment.evidence_released': [
    { before: null, after: { evidenceId: before.id } },
    'Amina Diallo released evidence of Its subject that could not be scanned: “Earlier words.”',
  ],
  'assignment.evidence_named': [
    { before: null, after: { reportId: gone, evidenceIds: [before.id, input.id] } },
    'Amina Diallo named evidence in the report of Its subject',
    'Evidence: → Earlier words. and The words themselves.',
  ],
  'assignment.reported': [
    {
      before: { progress: 'not_started', verification: 'none' },
      after: {
        ...{ progress: 'implemented', verification: 'submitted', asOf: '2026-11-23', onBehalf: true, report: input },
        imported: { sheetId: unodc, row: 1_005 },
      },
    },
    'Amina Diallo reported progress for Its subject, on its behalf, as of 23 November 2026',
    'Progress: Not started → Implemented',
    'Verification: None → Not verified',
    'Imported: → From row 1,005 of a spreadsheet',
    'text: The words themselves.',
  ],
  'assignment.date_requested': [
    {
      before: { due: '2026-11-23' },
      after: { asked: '2027-03-01', requestId: gone, onBehalf: true, reason: input },
    },
    'Amina Diallo requested another due date for Its subject, on its behalf',
    'Requested date: → 1 March 2027',
    'text: The words themselves.',
  ],
  'assignment.date_decided': [
    {
      before: { dueOn: '2026-11-23' },
      after: { dueOn: '2027-02-01', decision: 'granted', requestId: gone, note: input },
    },
    'Amina Diallo granted the request of Its subject for another due date',
    'Due date: 23 November 2026 → 1 February 2027',
    'text: The words themselves.',
  ],
  'assignment.answered': [
    {
      before: { position: 'pending' },
      after: { position: 'not_accepted', answeredOn: '2026-11-20', answerId: gone, onBehalf: true, reason: input },
    },
    'Amina Diallo stated the position of Its subject, on its behalf, as of 20 November 2026',
    'Position: → Not accepted',
    'text: The words themselves.',
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
          ...{
            id: gone,
            position: 1,
            titleId: input.id,
            responsibleId: before.id,
            startsOn: null,
            dueOn: '2027-03-01',
          },
          ...{ state: 'planned', doneOn: null },
        },
        ...{ title: input, responsible: before, onBehalf: true },
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
        action: { id: gone, titleId: input.id, dueOn: null, state: 'done', doneOn: '2027-02-01', position: 1 },
        ...{ title: input, onBehalf: false },
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
    { before: null, after: { to: [priya], note: input } },
    'Amina Diallo reminded Its subject',
    'Notified: → Priya Raman',
    'text: The words themselves.',
  ],
  'assignment.reviewed': [
    {
      before: { verification: 'submitted' },
      after: { verification: 'returned', decision: 'return', reviewId: gone, reportId: gone, note: input },
    },
    'Amina Diallo returned the report of Its subject',
    'Verification: Not verified → Returned',
    'text: The words themselves.',
  ],
}
