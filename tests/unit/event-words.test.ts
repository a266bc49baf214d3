import { describe, expect, test } from 'vitest'
import { describeEvent } from '@/lib/history/describe'
import type { Bodies } from '@/lib/history/description'
import { Event, type EventKind } from '@/lib/history/events'
import type { EventRecord } from '@/lib/history/queries'

const id = (last: number) => `018f0000-0000-7000-8000-${String(last).padStart(12, '0')}`

const subject = id(1)
const unodc = id(2)
const justice = id(3)
const states = id(4)
const priya = id(5)
const text = id(6)
const earlier = id(7)
const gone = id(99)

const names = new Map([
  [subject, 'Its subject'],
  [unodc, 'UNODC'],
  [justice, 'Ministry of Justice'],
  [states, 'States'],
  [priya, 'Priya Raman'],
  [text, 'The words themselves.'],
  [earlier, 'Earlier words.'],
])

const said = { id: text, sha256: '' }
const before = { id: earlier, sha256: '' }
const owed = { organizationId: justice, viaGroupId: states, ownerId: null, dueOn: '2026-09-01' }
const assigned = { ...owed, role: 'contributing' } as const
const archived = { before: { archived: false }, after: { archived: true } }
const restored = { before: { archived: true }, after: { archived: false } }
const members = { organizationIds: [unodc, justice] }
const expiresAt = '2027-06-30T00:00:00.000Z'

/** One of every kind, and how it is told. A kind that is not here doesn't compile. */
const told: { [K in EventKind]: [Bodies[K], sentence: string, ...pairs: string[]] } = {
  'document.added': [
    { before: null, after: { code: 'A-1', title: 'A report', paragraphs: 4, recommendations: 10 } },
    'Amina Diallo added the document “A report”',
    'Code: → A-1',
    'Paragraphs: → 4',
    'Recommendations: → 10',
  ],
  'document.edited': [
    {
      before: { title: 'A report', symbol: null, date: '2026-04-14', language: 'en' },
      after: { title: 'The report', symbol: 'A/1/2', date: null, language: 'fr' },
    },
    'Amina Diallo changed the title, the symbol, the date and the language of the document “Its subject”',
    'Title: A report → The report',
    'Symbol: None → A/1/2',
    'Date: 14 April 2026 → None',
    'Language: English → French',
  ],
  'document.archived': [archived, 'Amina Diallo archived the document “Its subject”'],
  'document.restored': [restored, 'Amina Diallo restored the document “Its subject”'],
  'recommendation.added': [
    { before: null, after: { key: 'A-1-1.1', title: 'Cooperate', kind: 'finding' } },
    'Amina Diallo added the recommendation “Cooperate”',
    'Kind: → Finding',
  ],
  'recommendation.removed': [
    { before: { key: 'A-1-1.1', title: 'Cooperate', kind: 'finding' }, after: null },
    'Amina Diallo removed the recommendation “Cooperate”, which was added by mistake',
    'Key: A-1-1.1 →',
  ],
  'recommendation.edited': [
    {
      before: { title: 'Cooperate', kind: 'finding', themes: [], addressees: [] },
      after: {
        title: 'Work together',
        kind: 'action',
        themes: ['Trade', 'Health'],
        addressees: [
          { words: 'Member States', organizationId: null, groupId: states },
          { words: 'UNODC', organizationId: unodc, groupId: null },
          { words: 'key partners', organizationId: null, groupId: null },
        ],
      },
    },
    'Amina Diallo corrected the title, the kind, the themes and the addressees',
    'Title: Cooperate → Work together',
    'Kind: Finding → Asks for action',
    'Themes: None → Trade and Health',
    'Addressed to: None → Member States (States), UNODC and key partners',
  ],
  'recommendation.closed': [
    { before: { closure: null }, after: { closure: 'superseded', reason: said } },
    'Amina Diallo closed the recommendation: Superseded',
    'Status: Open → Superseded',
    'said: The words themselves.',
  ],
  'recommendation.reopened': [
    { before: { closure: 'superseded' }, after: { closure: null, reason: said } },
    'Amina Diallo reopened the recommendation',
    'Status: Superseded → Open',
    'said: The words themselves.',
  ],
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
  'organization.added': [
    { before: null, after: { slug: 'unodc', name: 'UNODC' } },
    'Amina Diallo added the organization UNODC',
  ],
  'organization.renamed': [
    { before: { name: 'Justice' }, after: { name: 'Ministry of Justice' } },
    'Amina Diallo renamed Justice to Ministry of Justice',
    'Name: Justice → Ministry of Justice',
  ],
  'organization.merged': [
    { before: null, after: { intoId: unodc } },
    'Amina Diallo merged Its subject into UNODC',
    'Merged into: → UNODC',
  ],
  'organization.archived': [archived, 'Amina Diallo archived the organization Its subject'],
  'organization.restored': [restored, 'Amina Diallo restored the organization Its subject'],
  'group.added': [{ before: null, after: { slug: 'states', name: 'States' } }, 'Amina Diallo added the group States'],
  'group.renamed': [
    { before: { name: 'States' }, after: { name: 'Member States' } },
    'Amina Diallo renamed the group States to Member States',
    'Name: States → Member States',
  ],
  'group.members_added': [
    { before: null, after: members },
    'Amina Diallo added 2 members to Its subject',
    'Members: → UNODC and Ministry of Justice',
  ],
  'group.members_removed': [
    { before: { organizationIds: [unodc] }, after: null },
    'Amina Diallo removed a member from Its subject',
    'Members: UNODC →',
  ],
  'instance.renamed': [
    { before: { name: 'Followthrough' }, after: { name: 'Follow-up Office' } },
    'Amina Diallo renamed this site from Followthrough to Follow-up Office',
    'Name: Followthrough → Follow-up Office',
  ],
  'instance.contact_changed': [{ before: null, after: null }, 'Amina Diallo changed whom to contact for help'],
  'instance.logo_changed': [{ before: { logo: null }, after: { logo: 'abc' } }, 'Amina Diallo changed the logo'],
  'user.added': [
    { before: null, after: { role: 'focal_point', ...members } },
    'Amina Diallo added Its subject: Focal point',
    'Role: → Focal point',
    'Organizations: → UNODC and Ministry of Justice',
  ],
  'user.email_changed': [{ before: null, after: null }, 'Amina Diallo corrected the email address of Its subject'],
  'user.renamed': [{ before: null, after: null }, 'Amina Diallo changed the name of Its subject'],
  'user.role_changed': [
    { before: { role: 'viewer' }, after: { role: 'reviewer' } },
    'Amina Diallo changed the role of Its subject',
    'Role: Viewer → Reviewer',
  ],
  'user.organizations_changed': [
    { before: { organizationIds: [] }, after: { organizationIds: [unodc] } },
    'Amina Diallo changed the organizations of Its subject',
    'Organizations: None → UNODC',
  ],
  'user.disabled': [{ before: null, after: null }, 'Amina Diallo closed the account of Its subject'],
  'user.enabled': [{ before: null, after: null }, 'Amina Diallo reopened the account of Its subject'],
  'user.password_changed': [{ before: null, after: null }, 'Amina Diallo changed the password of Its subject'],
  'user.identity_linked': [
    { before: null, after: { issuer: 'https://id.example.org' } },
    'Amina Diallo linked Its subject to an account with https://id.example.org',
  ],
  'user.signed_out': [{ before: null, after: { sessions: 3 } }, 'Amina Diallo ended 3 sessions of Its subject'],
  'user.link_made': [
    { before: null, after: { kind: 'invite' } },
    'Amina Diallo created a link for Its subject: invitation',
  ],
  'token.made': [
    { before: null, after: { userId: priya, expiresAt } },
    'Amina Diallo created a token for Priya Raman',
    'Expires: → 30 June 2027',
  ],
  'token.revoked': [{ before: null, after: { userId: priya } }, 'Amina Diallo revoked a token of Priya Raman'],
}

const event = ({ kind, body }: Pick<Event, 'kind' | 'body'>, actor: EventRecord['actor']): EventRecord => ({
  seq: 1,
  at: '2026-11-24T09:00:00.000Z',
  actor,
  kind,
  subject: { type: kind.split('.')[0] ?? '', id: subject },
  before: body.before,
  after: body.after,
  change: id(8),
  previousHash: '',
  hash: '',
})

const amina = { id: id(9), name: 'Amina Diallo' }

const eventKinds = Event.options.map(({ shape }) => shape.kind.value)

describe('every kind of event is told in plain words', () => {
  test.each(eventKinds.map((kind) => [kind, ...told[kind]] as const))('%s', (kind, body, sentence, ...pairs) => {
    const line = describeEvent(event({ kind, body }, amina), names)

    expect(line.sentence).toBe(sentence)
    const fields = line.pairs.map(({ label, before = '', after = '' }) => `${label}: ${before} → ${after}`)
    const shown = [...fields, ...(line.said ? [`said: ${line.said}`] : [])]
    expect(shown.map((text) => text.replace(/ +/g, ' ').trim())).toEqual(pairs)
  })
})

test('an assignment that a merge removed names the organization that keeps the other one', () => {
  const [{ before }] = told['assignment.removed']
  const body = { before, after: { mergedInto: unodc, assignmentId: gone } }

  expect(describeEvent(event({ kind: 'assignment.removed', body }, amina), names).sentence).toBe(
    'Amina Diallo merged two assignments on one recommendation: the one of Ministry of Justice was removed, and UNODC keeps the other',
  )
})

test('a logo that goes is told apart from one that comes', () => {
  const body = { before: { logo: 'abc' }, after: { logo: null } }

  expect(describeEvent(event({ kind: 'instance.logo_changed', body }, amina), names).sentence).toBe(
    'Amina Diallo removed the logo',
  )
})

test('what nobody did, the system did', () => {
  const [body] = told['document.archived']

  expect(describeEvent(event({ kind: 'document.archived', body }, null), names).sentence).toMatch(
    /^The system archived/,
  )
})
