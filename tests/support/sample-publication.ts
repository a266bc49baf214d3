import type { PublicationContent } from '@/lib/publications/content'

/** Texts in the languages of the United Nations, and one with letters that our fonts do not have. */
export const quotes = {
  en: 'States should develop and strengthen long-term and sustainable capacities.',
  fr: 'Les États devraient renforcer durablement leurs capacités, où qu’ils soient.',
  es: '¿Cómo fortalecerán los Estados su capacidad de prevención?',
  ru: 'Государствам следует наращивать потенциал, объём и ёмкость.',
  ar: 'ينبغي للدول أن تطور وتعزز القدرات الطويلة الأجل والمستدامة لمكافحة الجريمة السيبرانية',
  zh: '各国应发展能力',
}

const arabic = {
  title: 'تقرير متابعة التوصيات',
  contents: 'المحتويات',
  page: '{page} من {pages}',
  table: 'الجدول',
  chart: 'الشكل',
  summary: 'ملخص',
}

const english = {
  title: 'Follow-up report on the conclusions of Committee II',
  contents: 'Contents',
  page: '{page} of {pages}',
  table: 'Table',
  chart: 'Figure',
  summary: 'Summary',
}

type Options = { language?: 'en' | 'ar'; rows?: number; recommendations?: number }

/** Returns the content of a report with every kind of block, texts in six languages, and a table over several pages. */
export function samplePublication({
  language = 'en',
  rows = 60,
  recommendations = 1,
}: Options = {}): PublicationContent {
  const words = language === 'ar' ? arabic : english
  return {
    ...{ version: 1, title: words.title, subtitle: 'Twelfth Congress on Crime Prevention', language },
    ...{ direction: language === 'ar' ? 'rtl' : 'ltr', layout: 'paragraphs', audience: 'public' },
    issue: {
      ...{ code: 'K3F7-9QXM-PT4D-8WZ2', register: 'Followthrough', asOf: '2026-11-30', zone: 'UTC', seq: 12 },
      ...{ hash: '0123456789abcdef'.repeat(4), at: '2026-12-01T08:00:00.000Z', by: 'Cora Coordinator' },
      verifyAt: 'https://followthrough.example.org/verify',
    },
    imprint: [
      { label: 'As of', value: '30 November 2026, end of the day (UTC)' },
      { label: 'Made', value: '1 December 2026, 08:00, by Cora Coordinator' },
      { label: 'Code', value: 'K3F7-9QXM-PT4D-8WZ2' },
      { label: 'To check this report', value: 'Enter the code at https://followthrough.example.org/verify' },
      { label: 'Last event', value: `12, ${'0123456789abcdef'.repeat(4)}` },
    ],
    words: {
      ...{ contents: words.contents, page: words.page, table: words.table, chart: words.chart, day: 'Day' },
      missingCharacters: 'No font has these characters: {characters}.',
    },
    figures: [
      { name: 'assignments', label: 'Assignments', value: 1000, text: '1,000' },
      { name: 'assignments.overdue', label: 'Overdue', value: 30, text: '30' },
    ],
    blocks: [
      ...summaryOf(words.summary),
      ...Array.from({ length: recommendations }, (_, place) => chapter(place, rows)).flat(),
    ],
  }
}

type Blocks = PublicationContent['blocks']

const summaryOf = (heading: string): Blocks => [
  { type: 'heading', level: 1, text: heading },
  { type: 'paragraph', number: 1, text: 'Of 1,000 assignments, 412 are implemented.\nOf these, 300 are verified.' },
  {
    type: 'facts',
    facts: [
      { label: 'Implemented', value: '412' },
      { label: 'Overdue', value: '30' },
    ],
  },
  {
    ...{ type: 'chart', caption: 'Assignments over time', overdue: 'Overdue' },
    description: 'Implemented rose from 20 to 176. Overdue fell from 80 to 28.',
    series: [
      { key: 'implemented', label: 'Implemented' },
      { key: 'not_started', label: 'Not started' },
    ],
    points: Array.from({ length: 53 }, (_, week) => {
      const day = new Date(Date.UTC(2025, 10, 30 + week * 7)).toISOString().slice(0, 10)
      return { day, label: day, counts: [20 + week * 3, 600 - week * 6], overdue: 80 - week }
    }),
  },
]

const chapter = (place: number, rows: number): Blocks => [
  { type: 'heading', level: 1, text: `Recommendation ${place + 1}` },
  { type: 'heading', level: 2, text: 'What was recommended' },
  ...Object.entries(quotes).map(([language, text]): Blocks[number] => ({
    ...{ type: 'quote', text, language, citation: `SALVADOR-2010, paragraph 17 (${language})` },
  })),
  { type: 'heading', level: 2, text: 'What was done' },
  {
    type: 'items',
    items: ['A national strategy was adopted on 3 March 2026.', 'A unit of twelve officers works since then.'],
  },
  {
    ...{ type: 'table', name: `assignments.${place + 1}`, caption: 'Assignments' },
    columns: [
      { name: 'organization', label: 'Organization', kind: 'text', share: 0.4 },
      { name: 'status', label: 'Status', kind: 'text', share: 0.25 },
      { name: 'reports', label: 'Reports', kind: 'number', share: 0.15 },
      { name: 'due', label: 'Due', kind: 'day', share: 0.2 },
    ],
    rows: Array.from({ length: rows }, (_, row) => [
      row % 5 === 4
        ? { text: 'وزارة الداخلية', language: 'ar' }
        : { text: `Ministry of the Interior of State ${row + 1}` },
      { text: row % 2 === 0 ? 'Implemented, not yet verified' : 'In progress' },
      { text: String(row), value: row },
      row % 4 === 0 ? { text: '' } : { text: '1 May 2027', value: '2027-05-01' },
    ]),
  },
]
