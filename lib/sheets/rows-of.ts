import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { dayOf } from '@/lib/platform/clock'
import type { Transaction } from '@/lib/platform/db'
import { mapInTurns } from '@/lib/platform/take-turns'
import type { SheetRowState } from '@/prisma/generated/enums'
import { type ResolvedRow, resolveDuties } from './resolve-duties'
import { placeRows, type ReadRow } from './resolve-rows'
import { readRow } from './row-content'
import { Options, StoredMapping } from './sheet-shape'

/** How many rows one transaction takes. */
const inBatch = 500

/** What resolving a batch has found: the rows that can be imported, and those that cannot. */
export type Batch = { rows: number[]; resolved: ResolvedRow[]; wrong: ReadRow[] }

/** Reads the next rows in a state, and finds what each would make in the register. Returns undefined if there are none. */
export async function nextBatch(
  tx: Transaction,
  actor: Actor,
  { sheetId, state, now }: { sheetId: string; state: SheetRowState; now: Date },
): Promise<Batch | undefined> {
  const sheet = await tx.sheet.findUniqueOrThrow({ where: { id: sheetId }, select: { mapping: true, options: true } })
  const mapping = StoredMapping.parse(sheet.mapping)
  const options = Options.parse(sheet.options)
  const stored = await tx.sheetRow.findMany({
    where: { sheetId, state },
    select: { row: true, cells: true },
    orderBy: { row: 'asc' },
    take: inBatch,
  })
  if (stored.length === 0) return undefined
  const meaning = new Map(Object.entries(options.sameAs))
  const read = await mapInTurns(stored, ({ row, cells }): ReadRow => {
    const { content, errors } = readRow(cells, mapping, options.order)
    const organizations = content.organizations.map((name) => meaning.get(name) ?? name)
    return { row, content: { ...content, organizations }, errors }
  })
  const scope = { tx, sheetId, actor, options, today: dayOf(now) }
  const { placed, wrong } = await placeRows(scope, read)
  const { resolved, wrong: further } = await resolveDuties(scope, placed)
  return { rows: stored.map(({ row }) => row), resolved, wrong: [...wrong, ...further] }
}

type Marked = {
  row: number
  state: SheetRowState
  errors: ReadRow['errors']
  /** Unless given, those that were found before stay. */
  newOrganizations?: string[]
}

/** Writes down what became of rows. */
export const markRows = (tx: Transaction, sheetId: string, rows: readonly Marked[]) => tx.$executeRaw`
  update sheet_rows s set state = m.state::sheet_row_state, errors = m.errors,
    new_organizations = coalesce(m."newOrganizations", s.new_organizations)
  from json_to_recordset(${JSON.stringify(rows)}::json) as m (row int, state text, errors jsonb, "newOrganizations" text[])
  where s.sheet_id = ${sheetId}::uuid and s.row = m.row`

/** Returns how many rows of a spreadsheet are done, and how many there are. */
export async function shareOf(tx: Transaction, sheetId: string, left: SheetRowState): Promise<number> {
  const all = await tx.sheetRow.count({ where: { sheetId } })
  const waiting = await tx.sheetRow.count({ where: { sheetId, state: left } })
  return all === 0 ? 1 : 1 - waiting / all
}
