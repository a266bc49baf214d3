import type { EventKind } from '@/lib/history/events'
import type { EventWords } from './event-bodies'

type Kind = Extract<EventKind, `publication.${string}`>

export const publications: EventWords<Kind> = {
  'publication.generated': [
    {
      before: null,
      after: {
        ...{ code: '7KQ2-M0VD-9XEA-4TRB', title: 'Follow-up report', asOf: '2026-11-30', seq: 12 },
        ...{ hash: 'a'.repeat(64), sha256: 'b'.repeat(64), content: 'internal' },
      },
    },
    'Amina Diallo generated the report “Follow-up report”',
    'Code: → 7KQ2-M0VD-9XEA-4TRB',
    'As of: → 30 November 2026',
    `Hash of the content (SHA-256): → ${'b'.repeat(64)}`,
  ],
}
