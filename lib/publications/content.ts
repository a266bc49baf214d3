import { z } from 'zod'

/*
 * The frozen content of a generated report, from which every format is made. All visible words are already in the language
 * of the report, so that a format only sets type: the same content gives the same bytes, whatever the register says later.
 */

export const layouts = ['paragraphs', 'table'] as const
export const publicationAudiences = ['internal', 'public'] as const

/** A language tag (BCP 47), such as `ar`. The direction of a text follows from it. */
const LanguageTag = z.string().min(2).max(35)

const Day = z.iso.date()

const Heading = z.strictObject({
  type: z.literal('heading'),
  level: z.literal([1, 2, 3]),
  text: z.string(),
})

/** `number` is the number of the paragraph in the report, in the layout of numbered paragraphs. */
const Paragraph = z.strictObject({
  type: z.literal('paragraph'),
  number: z.int().positive().optional(),
  text: z.string(),
  language: LanguageTag.optional(),
})

/** What somebody has written, in their words. It may have several lines. The citation says whose words they are. */
const Quote = z.strictObject({
  type: z.literal('quote'),
  text: z.string(),
  citation: z.string(),
  language: LanguageTag.optional(),
})

const Items = z.strictObject({ type: z.literal('items'), items: z.array(z.string()) })

const Fact = z.strictObject({ label: z.string(), value: z.string() })

const Facts = z.strictObject({ type: z.literal('facts'), facts: z.array(Fact) })

/** `share` is the part of the table's width that the column takes. The shares of a table add up to 1. */
const Column = z.strictObject({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'number', 'day']),
  share: z.number().positive().max(1),
})

/**
 * `text` is what a reader sees. A cell of a number or a day also has its `value` for spreadsheets, a day as YYYY-MM-DD. An
 * empty cell has an empty text and no value.
 */
const Cell = z.strictObject({
  text: z.string(),
  value: z.union([z.number(), Day]).optional(),
  language: LanguageTag.optional(),
})

/** `name` is the same in every language, such as `assignments`, and occurs once in a report. */
const Table = z.strictObject({
  type: z.literal('table'),
  name: z.string(),
  caption: z.string(),
  columns: z.array(Column).min(1),
  rows: z.array(z.array(Cell)),
})

/** `day` is the day whose end the counts show, and `label` says it in words. The counts are in the order of the series. */
const Point = z.strictObject({
  day: Day,
  label: z.string(),
  counts: z.array(z.int().nonnegative()),
  overdue: z.int().nonnegative(),
})

/**
 * Areas by status with a line of what is overdue. Counts stay the same from one point to the next, so that areas have
 * steps. `key` is the status, such as `in_progress`. `description` tells those who do not see the chart what it shows.
 */
const Chart = z.strictObject({
  type: z.literal('chart'),
  caption: z.string(),
  description: z.string(),
  series: z.array(z.strictObject({ key: z.string(), label: z.string() })),
  overdue: z.string(),
  points: z.array(Point),
})

const Block = z.discriminatedUnion('type', [Heading, Paragraph, Quote, Items, Facts, Table, Chart])

/**
 * What the report was made from, by whom and when. It shows the register at the end of the day `asOf` in the time zone
 * `zone`, or at the moment `at` if that was the present day, right after the event with this number and hash.
 */
export const Issue = z.strictObject({
  code: z.string(),
  register: z.string(),
  asOf: Day,
  zone: z.string(),
  seq: z.int().nonnegative(),
  hash: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  verifyAt: z.string(),
})

/** A number that can be counted again later. `name` is the same in every language, such as `assignments.overdue`. */
export const Figure = z.strictObject({ name: z.string(), label: z.string(), value: z.int(), text: z.string() })

/**
 * The words that a format adds by itself: the heading of the contents, `{page}` and `{pages}` at the foot of a page, the
 * names of tables and charts before their number, and the sentence about characters that a font does not have, with
 * `{characters}`.
 */
const Words = z.strictObject({
  contents: z.string(),
  page: z.string(),
  table: z.string(),
  chart: z.string(),
  day: z.string(),
  missingCharacters: z.string(),
})

/** `imprint` says on the first page what the issue says, for people. */
export const PublicationContent = z.strictObject({
  version: z.literal(1),
  title: z.string(),
  subtitle: z.string().optional(),
  language: LanguageTag,
  direction: z.enum(['ltr', 'rtl']),
  layout: z.enum(layouts),
  audience: z.enum(publicationAudiences),
  issue: Issue,
  imprint: z.array(Fact),
  words: Words,
  figures: z.array(Figure),
  blocks: z.array(Block),
})

export type PublicationContent = z.infer<typeof PublicationContent>
export type PublicationBlock = z.infer<typeof Block>
