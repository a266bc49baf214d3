/** Why text is no part of a paragraph. */
export const whys = [
  'page_number',
  'running_head',
  'symbol',
  'job_number',
  'contents',
  'note',
  'note_mark',
  'bullet',
  'meeting_line',
  'empty_label',
  'heading',
  'table_cell',
  'hidden',
  'deleted',
  'navigation',
] as const

export type Why = (typeof whys)[number]

/** Text of the source that is no part of a paragraph. */
export type Removed = { text: string; why: Why; page?: number }

/** What is removed, and the place of its line in the source. */
export type RemovedAt = Removed & { at: number }
