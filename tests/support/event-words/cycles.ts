import type { EventKind } from '@/lib/history/events'
import { type EventWords, justice, states, subject } from './event-bodies'

type Kind = Extract<EventKind, `cycle.${string}`>

const planned = {
  name: 'Mid-year 2026',
  asks: 'report',
  opensOn: '2026-06-01',
  closesOn: '2026-06-30',
  documentId: subject,
  organizationIds: [justice],
  groupIds: [states],
} as const

export const cycles: EventWords<Kind> = {
  'cycle.added': [
    { before: null, after: { ...planned, organizationIds: [justice], groupIds: [states] } },
    'Amina Diallo added the reporting cycle “Mid-year 2026”',
    'Asks for: → A report',
    'Opening day: → 1 June 2026',
    'Closing day: → 30 June 2026',
    'Document: → Its subject',
    'Organizations: → Ministry of Justice',
    'Groups: → States',
  ],
  'cycle.edited': [
    { before: { name: 'Half-year', documentId: subject }, after: { name: 'Mid-year 2026', documentId: null } },
    'Amina Diallo changed the name and the document of the reporting cycle “Its subject”',
    'Name: Half-year → Mid-year 2026',
    'Document: Its subject → All documents',
  ],
  'cycle.opened': [
    { before: null, after: { state: 'open', asked: 12 } },
    'Amina Diallo opened the reporting cycle “Its subject”, which asks about 12 assignments',
  ],
  'cycle.extended': [
    { before: { closesOn: '2026-06-30' }, after: { closesOn: '2026-07-15' } },
    'Amina Diallo moved the closing day of the reporting cycle “Its subject” to 15 July 2026',
    'Closing day: 30 June 2026 → 15 July 2026',
  ],
  'cycle.cancelled': [
    { before: null, after: { state: 'cancelled' } },
    'Amina Diallo cancelled the reporting cycle “Its subject”',
  ],
  'cycle.closed': [
    { before: null, after: { state: 'closed', answered: 8, late: 2, not_answered: 1, closed: 1 } },
    'Amina Diallo closed the reporting cycle “Its subject”',
    'Answered: → 8',
    'Answered late: → 2',
    'Not answered: → 1',
    'Closed without an answer: → 1',
  ],
}
