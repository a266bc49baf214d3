import { expect, test } from 'vitest'
import { PublicationContent } from '@/lib/publications/content'

const content: PublicationContent = {
  version: 1,
  title: 'Follow-up report',
  language: 'en',
  direction: 'ltr',
  layout: 'table',
  audience: 'internal',
  issue: {
    ...{ code: 'K3F7-9QXM', register: 'Followthrough', asOf: '2026-11-30', zone: 'UTC', seq: 12, hash: '0'.repeat(64) },
    ...{ at: '2026-12-01T08:00:00.000Z', by: 'Cora Coordinator', verifyAt: 'https://example.org/verify' },
  },
  imprint: [{ label: 'As of', value: '30 November 2026' }],
  words: {
    ...{ contents: 'Contents', page: 'Page {page} of {pages}', table: 'Table', chart: 'Figure', day: 'Day' },
    missingCharacters: 'No font for {characters}',
  },
  figures: [{ name: 'assignments', label: 'Assignments', value: 1000, text: '1,000' }],
  blocks: [
    { type: 'heading', level: 1, text: 'Summary' },
    { type: 'paragraph', number: 1, text: 'One of two is implemented.' },
    { type: 'quote', text: 'States should act.', citation: 'SALVADOR-2010-17.1', language: 'en' },
    { type: 'items', items: ['A study'] },
    { type: 'facts', facts: [{ label: 'Lead', value: 'UNODC' }] },
    {
      ...{ type: 'table', name: 'assignments', caption: 'Assignments' },
      columns: [{ name: 'due', label: 'Due', kind: 'day', share: 1 }],
      rows: [[{ text: '1 May 2027', value: '2027-05-01' }], [{ text: '' }]],
    },
    {
      ...{ type: 'chart', caption: 'Over time', description: 'Implemented rose to 1.', overdue: 'Overdue' },
      series: [{ key: 'implemented', label: 'Implemented' }],
      points: [{ day: '2026-11-30', label: '30 Nov 2026', counts: [1], overdue: 0 }],
    },
  ],
}

test('the content of a report has every kind of block, and no field that no format knows', () => {
  expect(PublicationContent.parse(content)).toEqual(content)
  expect(PublicationContent.safeParse({ ...content, draft: true }).success).toBe(false)
  const unknown = [{ type: 'heading', level: 4, text: 'Deep' }]
  expect(PublicationContent.safeParse({ ...content, blocks: unknown }).success).toBe(false)
})
