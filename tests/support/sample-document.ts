import { newId } from '@/lib/platform/id'

export const freshCode = () => `T-${newId().toUpperCase()}`

export const text = 'States should act. They agreed. 🌍 They should report.'
/** A document whose paragraphs have parts, a repeated label and recommendations. */
export const document = (code = freshCode()) => ({
  code,
  title: 'Report of a committee',
  symbol: 'A/1/2',
  date: '2026-04-14',
  place: 'Vienna',
  paragraphs: [
    { label: '17', text, heading: 'Conclusions' },
    { label: '(a)', text: 'To train;', parent: '17' },
    { label: '(i)', text: 'To  keep “every” sign…', parent: 2 },
    { label: '17', text: 'Another of the same name.' },
  ],
  recommendations: [
    { paragraph: 3, start: 0, end: 22 },
    { paragraph: 1, start: 32, end: 53, title: 'Report', kind: 'finding' as const },
    { paragraph: 1, start: 0, end: 18 },
    { paragraph: '(a)', start: 3, end: 8 },
  ],
})

/** Paragraphs of which two have the same label. */
export const paragraphs = [
  { label: '1', text: 'States should act.' },
  { label: '1', text: 'Again.' },
  { label: '2', text: 'Then.' },
]
