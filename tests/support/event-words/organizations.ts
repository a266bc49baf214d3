import type { EventKind } from '@/lib/history/events'
import { archived, type EventWords, members, restored, unodc } from './event-bodies'

type Kind = Extract<EventKind, `organization.${string}` | `group.${string}` | `instance.${string}`>

export const organizations: EventWords<Kind> = {
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
}
