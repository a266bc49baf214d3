/** What a column of a spreadsheet can contain, in the order in which people are offered it. */
export const sheetFields = [
  'quote',
  'paragraph',
  'title',
  'kind',
  'themes',
  'addressees',
  'symbol',
  'document',
  'documentTitle',
  'body',
  'documentDate',
  'organization',
  'role',
  'owner',
  'dueOn',
  'progress',
  'asOf',
  'report',
  'key',
  'sourceKey',
] as const

export type SheetField = (typeof sheetFields)[number]

/** For each field, the place of its column, counted from 0. */
export type Mapping = Partial<Record<SheetField, number>>
