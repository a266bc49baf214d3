import { z } from 'zod'
import { fileRefusals } from '../file-refusals'

const sheetFormats = ['csv', 'xlsx'] as const

export type SheetFormat = (typeof sheetFormats)[number]

const count = z.number().int().nonnegative()

/** A row of a spreadsheet. `row` is its number in the file, counted from 1. */
const SheetRow = z.object({ row: z.number().int().positive(), cells: z.array(z.string()) })

export type SheetRow = z.infer<typeof SheetRow>

/** What the process that reads a spreadsheet says. It is parsed, because hostile content may have taken that process over. */
export const SheetMessage = z.union([
  z.object({ rows: z.array(SheetRow), share: z.number().min(0).max(1), memory: count }),
  z.object({
    format: z.enum(sheetFormats),
    /** The names of the worksheets in a workbook, and the place of the one that was read. */
    worksheets: z.array(z.string().max(1000)).max(100).optional(),
    worksheet: count.optional(),
  }),
  z.object({ refused: z.enum(fileRefusals), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
])

export type SheetMessage = z.infer<typeof SheetMessage>
