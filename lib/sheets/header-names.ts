import type { SheetField } from './fields'

/**
 * The names that columns have in the spreadsheets of others, as `keyOfHeader` returns them. The export of the Universal
 * Human Rights Index spells "Reccomending Body" so.
 */
export const headerNames: Record<SheetField, readonly string[]> = {
  quote: [
    ...['quote', 'text', 'recommendation', 'recommendation text', 'text of recommendation', 'conclusion', 'measure'],
    ...['text of the recommendation', 'annotation', 'recommendations', 'full text', 'commitment', 'observation'],
    // IMPACT OSS has the text in the description, or in the title if there is none.
    ...['description', 'recommendation description', 'title'],
  ],
  paragraph: ['paragraph', 'para', 'paragraph number', 'para no', 'paragraph no', 'number', 'no', 'ref', 'rec no'],
  title: ['title', 'short title', 'summary', 'recommendation title', 'heading'],
  kind: ['kind', 'recommendation kind'],
  themes: ['themes', 'theme', 'topic', 'topics', 'subject', 'category', 'right or area', 'issue'],
  addressees: ['addressed to', 'addressees', 'addressee', 'countries concerned', 'country concerned', 'countries'],
  symbol: ['symbol', 'document symbol', 'un symbol', 'document reference', 'session reference'],
  document: ['document', 'document code', 'code'],
  documentTitle: ['document title', 'document name', 'source', 'report title', 'source document'],
  body: [
    ...['body', 'recommending body', 'reccomending body', 'mechanism', 'issued by', 'author', 'oversight body'],
    ...['recommending state', 'recommending states'],
  ],
  documentDate: [
    'document date',
    'document publication date',
    'date of document',
    'publication date',
    'date of publication',
    'date issued',
  ],
  organization: [
    ...['organization', 'organisation', 'responsible', 'responsible organization', 'responsible organisation'],
    ...['organization responsible', 'lead agency', 'agency', 'ministry', 'responsible entity', 'responsible ministry'],
    ...['responsible institution', 'institution', 'entity', 'implementing entity', 'department', 'assigned to', 'who'],
    ...['organizations', 'implementing body', 'responsible department', 'responsible body', 'lead institution'],
  ],
  role: ['role'],
  owner: ['owner', 'focal point', 'contact', 'person', 'responsible person', 'owner email', 'email', 'contact email'],
  dueOn: [
    ...['due date', 'due', 'deadline', 'target date', 'due on', 'implementation date', 'time frame', 'timeframe'],
    ...['target completion date', 'completion date', 'by when'],
  ],
  progress: [
    ...['progress', 'status', 'implementation status', 'progress in the latest report', 'status of implementation'],
    ...['level of implementation', 'state'],
  ],
  asOf: ['as of', 'latest report as of', 'report date', 'date of report', 'last updated', 'updated', 'status date'],
  report: [
    ...[
      'report',
      'last report',
      'latest report',
      'what was done',
      'what was done latest report',
      'comments',
      'comment',
    ],
    ...['update', 'progress report', 'action taken', 'actions taken', 'remarks', 'status update', 'latest update'],
    ...['management response', 'notes', 'progress made'],
  ],
  key: ['key'],
  sourceKey: [
    'ohchr annotation id',
    'annotation id',
    'id',
    'recommendation id',
    'source id',
    'reference number',
    'reference',
  ],
}

/** Returns the name of a column in a form that can be compared: lower case, without signs and marks. */
export const keyOfHeader = (header: string) =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 100)
