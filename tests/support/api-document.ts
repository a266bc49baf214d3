import { newId } from '@/lib/platform/id'

export const text = 'States should share data. They should do so in good time.'
/** A document as programs send it. */
export const newDocument = (code = `DATA-${newId().toUpperCase()}`) => ({
  code,
  title: 'Report on data',
  date: '2026-05-04',
  place: 'Vienna',
  body: 'Committee on Data',
  symbol: 'DATA/2026/1',
  language: 'en',
  paragraphs: [
    { label: '1', text, heading: 'Data' },
    { label: '(a)', text: 'And statistics.', parent: '1' },
  ],
  recommendations: [
    { paragraph: '1', start: 0, end: 25, title: 'Share data' },
    { paragraph: 1, start: 26, end: 57, kind: 'finding' },
    { paragraph: '(a)', start: 0, end: 15 },
  ],
})
