import type { EventKind } from '@/lib/history/events'
import { type EventWords, expiresAt, gone, input, justice, members, priya, unodc } from './event-bodies'

type Kind = Extract<EventKind, `user.${string}` | `token.${string}`>

export const people: EventWords<Kind> = {
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
    {
      before: { organizationIds: [justice], alternateIds: [] },
      after: { organizationIds: [justice, unodc], alternateIds: [justice] },
    },
    'Amina Diallo changed the organizations of Its subject',
    'Main focal point of: Ministry of Justice → UNODC',
    'Alternate focal point of: None → Ministry of Justice',
  ],
  'user.disabled': [{ before: null, after: null }, 'Amina Diallo closed the account of Its subject'],
  'user.erased': [
    { before: null, after: { erased: [{ id: gone, kind: 'person' }], reason: input } },
    'Amina Diallo erased the name and the email address of Its subject, as the law requires',
    'Erased: Name and email address →',
    'text: The words themselves.',
  ],
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
