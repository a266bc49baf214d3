import { z } from 'zod'
import { isCode, t } from '@/lib/platform/i18n'
import type { Prisma } from '@/prisma/generated/client'
import type { SheetState } from '@/prisma/generated/enums'
import { type Mapping, sheetFields } from './fields'
import { dayOrders } from './read-day'

/** A column: its name, the first values, and what its values are like. */
const Column = z.object({
  name: z.string(),
  examples: z.array(z.string()),
  /** How many cells are not blank, and how many of them are days or numbers. */
  filled: z.number(),
  days: z.number(),
  numbers: z.number(),
})
export type Column = z.infer<typeof Column>

const Columns = z.array(Column)

export const StoredMapping = z.partialRecord(z.enum(sheetFields), z.int().min(0))

export const Options = z.object({
  /** The title of the document for rows that name none. */
  title: z.string().optional(),
  /** Its code, and its symbol. */
  code: z.string().optional(),
  symbol: z.string().optional(),
  order: z.enum(dayOrders).default('dmy'),
  /** Whether a quote that is not in the document that it names gets a document of its own. */
  apart: z.boolean().default(false),
  /** The organizations and groups that names in the rows mean, by those names. */
  sameAs: z.record(z.string(), z.string()).default({}),
})
export type Options = z.infer<typeof Options>

/** A spreadsheet in the response of every command. Fields without a value are left out. */
export type SheetNow = {
  id: string
  state: SheetState
  name: string
  format?: string
  /** The names of the worksheets in a workbook, and the place of the one whose rows are read, counted from 0. */
  worksheets: string[]
  worksheet?: number
  bytes: number
  sha256: string
  /** How much of the current step is done, from 0 to 1. */
  progress: number
  error?: { code: string; message: string }
  by: { id: string; name: string }
  receivedAt: string
  columns: Column[]
  mapping: Mapping
  options: Options
  importedAt?: string
  withdrawnAt?: string
  version: number
}

export const sheetColumns = {
  id: true,
  state: true,
  name: true,
  format: true,
  worksheets: true,
  worksheet: true,
  bytes: true,
  sha256: true,
  progress: true,
  error: true,
  author: { select: { id: true, name: true } },
  receivedAt: true,
  columns: true,
  mapping: true,
  options: true,
  importedAt: true,
  withdrawnAt: true,
  version: true,
} satisfies Prisma.SheetSelect

type Row = Prisma.SheetGetPayload<{ select: typeof sheetColumns }>

const Reason = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })

export function sheetShape(row: Row): SheetNow {
  const { id, state, name, format, bytes, sha256, progress, author: by, receivedAt, version } = row
  const { importedAt, withdrawnAt, worksheets, worksheet } = row
  return {
    id,
    state,
    name,
    ...(format && { format }),
    worksheets,
    ...(worksheet !== null && { worksheet }),
    bytes: Number(bytes),
    sha256,
    progress: Math.round(progress * 100) / 100,
    ...(row.error !== null && { error: failureIn(row.error) }),
    by,
    receivedAt: receivedAt.toISOString(),
    columns: Columns.parse(row.columns),
    mapping: StoredMapping.parse(row.mapping),
    options: Options.parse(row.options),
    ...(importedAt && { importedAt: importedAt.toISOString() }),
    ...(withdrawnAt && { withdrawnAt: withdrawnAt.toISOString() }),
    version,
  }
}

/** Returns a stored reason in words. */
function failureIn(error: unknown) {
  const { code, params } = Reason.parse(error)
  return { code, message: isCode(code) ? t(`errors.${code}`, params) : code }
}
