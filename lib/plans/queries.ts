import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { documentVisible } from '@/lib/domain/visibility'
import { letterOf } from '@/lib/history/letters'
import { pool, readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import { Prisma } from '@/prisma/generated/client'
import type { ActionState } from '@/prisma/generated/enums'

/** A step of a plan. Dates are YYYY-MM-DD. A field without a value is left out. */
export type Action = {
  id: string
  /** The place in the plan, counted from 1. */
  position: number
  /** Empty if it had to be erased by law. */
  title: string
  /** Who takes the step, in words. */
  responsible?: string
  startsOn?: string
  dueOn?: string
  /** The first due date. */
  originalDueOn?: string
  state: ActionState
  doneOn?: string
  /** The date of the letter with which it arrived. */
  letterOn?: string
  version: number
}

/** SQL: the step `st` with its title `tt` and who is responsible, `rt`. */
const actionJson = `json_build_object('id', st.id, 'position', st.position, 'title', tt.text, 'responsible', rt.text,
  'startsOn', st.starts_on, 'dueOn', st.due_on, 'originalDueOn', st.original_due_on, 'state', st.state,
  'doneOn', st.done_on, 'letterOn', ${letterOf('st.id')}, 'version', st.version)`

const actionJoins = 'join reasons tt on tt.id = st.title_id left join reasons rt on rt.id = st.responsible_id'

/** SQL: the plan of the assignment `a`, in its order. */
export const planJson = `coalesce((
  select json_agg(${actionJson} order by st.position, st.id)
  from actions st ${actionJoins} where st.assignment_id = a.id), '[]')`

type Found = { assignmentId: string; organizationId: string; organization: string; recommendationId: string }

/** SQL: where the step $1 is; $2: whether the reader keeps the record. */
const actionSql = `
  select a.id as "assignmentId", a.organization_id as "organizationId", o.name as organization,
    a.recommendation_id as "recommendationId"
  from actions st
  join assignments a on a.id = st.assignment_id
  join organizations o on o.id = a.organization_id
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  where st.id = $1 and ${documentVisible('$2')}`

/** Returns the assignment of a step that the actor may see. */
export async function findAction(actor: Actor, id: string): Promise<Found | undefined> {
  const { rows } = await pool.query<Found>({
    name: 'action-find',
    text: actionSql,
    values: [id, keepsTheRecord(actor)],
  })
  return rows[0]
}

const [row, joins] = [Prisma.raw(actionJson), Prisma.raw(actionJoins)]

/** A step, with the IDs of its texts. */
export type StoredAction = Action & { titleId: string; responsibleId: string | null }

/** Returns the plan of an assignment as it is in this transaction, in its order. */
export async function planNow(tx: Transaction, assignmentId: string): Promise<StoredAction[]> {
  const rows = await readIn<{ row: Action; titleId: string; responsibleId: string | null }>(
    tx,
    'plan-now',
    sql`
    select json_strip_nulls(${row}) as row, st.title_id as "titleId", st.responsible_id as "responsibleId"
    from actions st ${joins} where st.assignment_id = ${assignmentId}::uuid order by st.position, st.id`,
  )
  return rows.map(({ row, ...texts }) => ({ ...row, ...texts }))
}

/** Returns a step of an assignment that must exist, as it is in this transaction. */
export async function actionThere(tx: Transaction, assignmentId: string, id: string): Promise<Action> {
  const stored = (await planNow(tx, assignmentId)).find((one) => one.id === id)
  if (!stored) throw new Error(`The step ${id} has gone within its own transaction.`)
  return shapeOf(stored)
}

/** Returns a step in the shape of every response. */
export const shapeOf = ({ titleId: _title, responsibleId: _responsible, ...action }: StoredAction): Action => action
