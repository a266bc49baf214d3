import 'server-only'
import { readIn, type Sql, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import { Prisma } from '@/prisma/generated/client'

type State = { closed: boolean; archived: boolean }
type Refusal = 'recommendation_closed' | 'document_archived'

/** Returns whether a failure is one of these refusals. */
export const isRefusedWork = (code: string) => code === 'recommendation_closed' || code === 'document_archived'

const stateSql = `
  select r.closure is not null as closed, d.archived_at is not null as archived
  from recommendations r join documents d on d.id = r.document_id`

/**
 * Returns why a recommendation accepts no work: it is closed, or its document is archived. Returns nothing if it
 * accepts work. Locks the row, so that it cannot be closed before the transaction ends. Call it after the writes of the
 * transaction.
 */
export async function refusesWork(tx: Transaction, id: string): Promise<Refusal | undefined> {
  const rows = await readIn<State>(
    tx,
    'refuses-work-in',
    sql`
    ${Prisma.raw(stateSql)} where r.id = ${id}::uuid for no key update of r`,
  )
  return refusalOf(rows[0])
}

/** Does the same as `refusesWork`, in plain SQL, after a write to an assignment has locked the recommendation. */
export async function refusesWorkInSql(sql: Sql, id: string): Promise<Refusal | undefined> {
  const { rows } = await sql.query<State>({
    name: 'refuses-work',
    text: `${stateSql} where r.id = $1`,
    values: [id],
  })
  return refusalOf(rows[0])
}

function refusalOf(state: State | undefined): Refusal | undefined {
  if (state?.closed) return 'recommendation_closed'
  return state?.archived ? 'document_archived' : undefined
}
