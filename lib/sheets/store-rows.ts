import 'server-only'
import { readSheet, type SheetFound } from '@/lib/formats/read-sheet'
import type { SheetRow } from '@/lib/formats/sheet/sheet-messages'
import { db, readIn, type Transaction } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/file-store'
import { sql } from '@/lib/platform/sql'
import { shortened } from '@/lib/platform/text'
import type { Mapping } from './fields'
import { documentByValues, guessMapping } from './guess-mapping'
import { lookAtColumns } from './look-at-columns'
import { readingFailure } from './reading-failure'
import { type Column, type Options, StoredMapping } from './sheet-shape'
import { failSheet, holdTaken, noteProgress, type Taken } from './take-sheet'

/** Reads a spreadsheet from its file and stores its rows, those of each part in one transaction. */
export async function storeRows(taken: Taken, signal: AbortSignal) {
  const content = await openFile(taken.storedAs)
  if (!content) return failSheet(taken, { code: 'import_file_lost', params: {} })
  await db.$transaction(async (tx) => {
    await holdTaken(tx, taken)
    await tx.sheetRow.deleteMany({ where: { sheetId: taken.id } })
  })
  const reading = startReading()
  const read = await readSheet(
    { content, worksheet: taken.worksheet ?? undefined },
    {
      signal,
      async onRows(rows, share) {
        const stored = reading.take(rows)
        if (stored.length > 0) await insert(taken, stored, share)
      },
    },
  )
  if (!read.ok) return failSheet(taken, readingFailure(read))
  const rest = reading.end()
  if (rest.length > 0) await insert(taken, rest, 1)
  if (!reading.found()) return failSheet(taken, { code: 'sheet_without_rows', params: {} })
  await finish(taken, read, reading)
}

/** How many rows at the top may stand above the names of the columns. */
const above = 10

/** Finds the row with the names of the columns, and looks at those after it. */
function startReading() {
  const first: SheetRow[] = []
  let seen: ReturnType<typeof lookAtColumns> | undefined
  let count = 0
  const look = (rows: SheetRow[]) => {
    for (const { cells } of rows) seen?.look(cells)
    count += rows.length
    return rows
  }
  const begin = () => {
    const place = headerPlace(first)
    seen = lookAtColumns(namesOf(first[place]?.cells ?? []))
    return look(first.slice(place + 1))
  }
  return {
    take(rows: SheetRow[]): SheetRow[] {
      if (seen) return look(rows)
      first.push(...rows)
      return first.length > above ? begin() : []
    },
    end: () => (seen ? [] : begin()),
    found: () => count > 0,
    columns: () => seen?.columns() ?? [],
    order: () => seen?.order() ?? 'dmy',
  }
}

/** Returns the place of the row with the names of the columns: the one with most cells that mean something, or the first. */
function headerPlace(rows: readonly SheetRow[]): number {
  const scores = rows.slice(0, above).map(({ cells }) => Object.keys(guessMapping(cells)).length)
  const best = Math.max(...scores)
  if (best > 0) return scores.indexOf(best)
  const wide = rows.slice(0, above).findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
  return Math.max(wide, 0)
}

const longestName = 150

const namesOf = (cells: readonly string[]) =>
  cells.map((cell, place) => shortened(cell.replace(/\s+/g, ' ').trim(), longestName) || `(${place + 1})`)

const insert = (taken: Taken, rows: readonly SheetRow[], share: number) =>
  db.$transaction(async (tx) => {
    await holdTaken(tx, taken)
    await tx.$executeRaw`
      insert into sheet_rows (sheet_id, row, cells)
      select ${taken.id}::uuid, row, array(select json_array_elements_text(cells))
      from json_to_recordset(${JSON.stringify(rows)}::json) as s (row int, cells json)`
    await noteProgress(tx, taken, share)
  })

async function finish(
  taken: Taken,
  { format, worksheets = [], worksheet }: SheetFound,
  reading: ReturnType<typeof startReading>,
) {
  const columns = reading.columns()
  const names = columns.map(({ name }) => name)
  await db.$transaction(async (tx) => {
    await holdTaken(tx, taken)
    const mapping = withValues(columns, withGuessed(await rememberedFor(tx, names), guessedFor(columns)))
    const options: Options = { order: reading.order(), apart: false, sameAs: {} }
    const ready = mapping.quote !== undefined || mapping.key !== undefined
    await tx.sheet.update({
      where: { id: taken.id },
      data: {
        state: ready ? 'checking' : 'review',
        format,
        worksheets,
        worksheet: worksheet ?? null,
        columns,
        mapping,
        options,
        progress: 0,
        tries: 0,
        nextAttemptAt: new Date(0),
        version: { increment: 1 },
      },
      select: { id: true },
    })
  })
}

const guessedFor = (columns: readonly Column[]) => documentByValues(guessMapping(columns.map(nameIfFilled)), columns)

/** A column without values contains nothing, whatever its name says. */
const nameIfFilled = ({ name, filled }: Column) => (filled > 0 ? name : '')

const withValues = (columns: readonly Column[], mapping: Mapping): Mapping =>
  StoredMapping.parse(Object.fromEntries(Object.entries(mapping).filter(([, place]) => columns[place]?.filled)))

/** `filled` are the numbers of values in its columns. */
type Remembered = { mapping: Mapping; filled: readonly number[] }

/** Adds what is guessed of columns that had no values when nobody could say what they contain. */
function withGuessed(remembered: Remembered | undefined, guessed: Mapping): Mapping {
  if (!remembered) return guessed
  const { mapping, filled } = remembered
  const fields = new Set(Object.keys(mapping))
  const added = Object.entries(guessed).filter(([field, place]) => !fields.has(field) && filled[place] === 0)
  return { ...mapping, ...Object.fromEntries(added) }
}

/** Returns the latest imported spreadsheet whose columns have the same names. */
async function rememberedFor(tx: Transaction, names: readonly string[]): Promise<Remembered | undefined> {
  const rows = await readIn<Remembered>(
    tx,
    'sheet-mapping-remembered',
    sql`
    select mapping, array(
      select (c ->> 'filled')::int from jsonb_array_elements(columns) with ordinality x(c, place) order by place) as filled
    from sheets
    where imported_at is not null
      and (select coalesce(array_agg(c ->> 'name' order by place), '{}')
           from jsonb_array_elements(columns) with ordinality x(c, place)) = ${names}::text[]
    order by imported_at desc limit 1`,
  )
  return rows[0] && { ...rows[0], mapping: StoredMapping.parse(rows[0].mapping) }
}
