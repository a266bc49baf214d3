import 'server-only'
import type { Sql, Transaction } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'

type Standing = { closed: boolean; archived: boolean }
type Refusal = 'recommendation_closed' | 'document_archived'

/** Whether a failure is one of these. */
export const isRefusedWork = (code: string) => code === 'recommendation_closed' || code === 'document_archived'

const standing = `
  select r.closure is not null as closed, d.archived_at is not null as archived
  from recommendations r join documents d on d.id = r.document_id`

/**
 * Why nothing more can be asked for under a recommendation, if it can't: it is closed, or its document is archived. Asked
 * within the transaction, after its writes, it stays so until commit: the lock holds off whoever closes it.
 */
export async function refusesWork(tx: Transaction, id: string): Promise<Refusal | undefined> {
  const rows = await tx.$queryRaw<Standing[]>`
    ${Prisma.raw(standing)} where r.id = ${id}::uuid for no key update of r`
  return refusalOf(rows[0])
}

/** `refusesWork` in plain SQL, where a write to one of its assignments has locked the recommendation. */
export async function refusesWorkInSql(sql: Sql, id: string): Promise<Refusal | undefined> {
  const { rows } = await sql.query<Standing>({
    name: 'refuses-work',
    text: `${standing} where r.id = $1`,
    values: [id],
  })
  return refusalOf(rows[0])
}

function refusalOf(standing: Standing | undefined): Refusal | undefined {
  if (standing?.closed) return 'recommendation_closed'
  return standing?.archived ? 'document_archived' : undefined
}
