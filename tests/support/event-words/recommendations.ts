import type { EventKind } from '@/lib/history/events'
import { archived, type EventWords, gone, input, placed, restored, states, unodc } from './event-bodies'

type Kind = Extract<EventKind, `document.${string}` | `recommendation.${string}`>

export const recommendations: EventWords<Kind> = {
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
  'document.edition_published': [
    {
      before: { number: 1 },
      after: {
        id: gone,
        number: 2,
        sha256: '',
        paragraphs: 20,
        recommendations: 1,
        unchanged: 7,
        moved: 2,
        changed: 1,
        gone: 0,
      },
    },
    'Amina Diallo published edition 2 of the document “Its subject”',
    'Paragraphs: → 20',
    'Recommendations: → 1',
    'Recommendations and annotations of the edition before: → 7 unchanged, 2 moved, 1 changed, 0 gone',
  ],
  'document.edition_withdrawn': [
    { before: { number: 2 }, after: { id: gone, withdrawn: true } },
    'Amina Diallo withdrew edition 2 of the document “Its subject”',
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
    'Amina Diallo removed the recommendation “Cooperate”',
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
  'recommendation.placed': [
    { before: null, after: { edition: 2, place: { ...placed, state: 'changed' } } },
    'Amina Diallo published edition 2 of the document, where the words of this recommendation are changed',
  ],
  'recommendation.erased': [
    { before: null, after: { erased: [{ id: gone, kind: 'note' }], reason: input } },
    'Amina Diallo erased a text on this recommendation, as the law requires',
    'Erased: Reason, note or title →',
    'text: The words themselves.',
  ],
  'recommendation.closed': [
    { before: { closure: null }, after: { closure: 'superseded', reason: input } },
    'Amina Diallo closed the recommendation: Superseded',
    'Status: Open → Superseded',
    'text: The words themselves.',
  ],
  'recommendation.reopened': [
    { before: { closure: 'superseded' }, after: { closure: null, reason: input } },
    'Amina Diallo reopened the recommendation',
    'Status: Superseded → Open',
    'text: The words themselves.',
  ],
  'recommendation.linked': [
    { before: null, after: { relation: 'part_of', key: 'SALVADOR-2010-17.2' } },
    'Amina Diallo noted that this recommendation is part of SALVADOR-2010-17.2',
  ],
  'recommendation.unlinked': [
    { before: { relation: 'repeats', key: 'SALVADOR-2010-17.2' }, after: null },
    'Amina Diallo took back that this recommendation repeats SALVADOR-2010-17.2',
  ],
}
