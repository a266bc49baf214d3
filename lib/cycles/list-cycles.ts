import 'server-only'
import { z } from 'zod'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { cursors } from '@/lib/platform/cursor'
import { pool } from '@/lib/platform/db'
import { type Cycle, cycleJoins, cycleJson, cycleVisible } from './cycle'
import type { CycleCounts } from './kept-counts'
import { countsOf } from './results'

export type CycleList = { items: (Cycle & { counts: CycleCounts })[]; next: string | null }

/** SQL: a page of the cycles, the latest first, after the day $1 and the ID $2; $3 rows; $4: whether the reader keeps the record. */
const cyclesSql = `
  select json_build_array(c.opens_on, c.id) as place, ${cycleJson} as cycle
  from cycles c ${cycleJoins}
  where (c.opens_on, c.id) < ($1::date, $2::uuid) and ${cycleVisible('$4')}
  order by c.opens_on desc, c.id desc limit $3`

const { read, page, schema } = cursors('cycles', z.tuple([z.iso.date(), z.uuid()]))

/** The schema of the place after which the list of cycles continues. */
export const CycleCursor = schema

type Wanted = { after?: string | undefined; limit?: number | undefined }

/** Returns a page of the reporting cycles, those that open last first, with their counts. */
export async function listCycles(actor: Actor, { after, limit = 20 }: Wanted = {}): Promise<CycleList> {
  const from = read(after) ?? ['9999-12-31', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const { rows } = await pool.query<{ place: [string, string]; cycle: Cycle }>({
    name: 'cycles',
    text: cyclesSql,
    values: [...from, limit + 1, keepsTheRecord(actor)],
  })
  const found = page(rows, limit)
  const cycles = found.rows.map(({ cycle }) => cycle)
  const counted = await countsOf(actor, cycles)
  return { items: cycles.map((cycle) => ({ ...cycle, counts: counted(cycle) })), next: found.next }
}
