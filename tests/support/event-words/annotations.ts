import type { EventKind } from '@/lib/history/events'
import { before, type EventWords, gone, input, placed, subject } from './event-bodies'

type Kind = Extract<EventKind, `annotation.${string}`>

export const annotations: EventWords<Kind> = {
  'annotation.added': [
    { before: null, after: { text: input, audience: 'internal', parentId: subject, start: null, end: null } },
    'Amina Diallo replied to an annotation',
    'Who can read it: → Everyone signed in',
    'text: The words themselves.',
  ],
  'annotation.edited': [
    { before: { text: before }, after: { text: input } },
    'Amina Diallo edited an annotation',
    'Annotation: Earlier words. → The words themselves.',
  ],
  'annotation.erased': [
    { before: null, after: { erased: [{ id: gone, kind: 'annotation' }], reason: input } },
    'Amina Diallo erased the text of an annotation, as the law requires',
    'Erased: Text of an annotation →',
    'text: The words themselves.',
  ],
  'annotation.placed': [
    { before: null, after: { edition: 2, place: { ...placed, state: 'moved' } } },
    'Amina Diallo published edition 2 of the document, where the words of an annotation are unchanged, in another place',
  ],
  'annotation.withdrawn': [
    { before: { withdrawn: false }, after: { withdrawn: true, reason: input } },
    'Amina Diallo withdrew an annotation',
    'text: The words themselves.',
  ],
}
