import { dayOf } from '@/lib/platform/clock'
import type { Sql, Transaction } from '@/lib/platform/db'
import { dateInWords } from '@/lib/platform/i18n'
import { ExistingId } from '@/lib/platform/id'
import { type Invalid, invalidField } from '@/lib/platform/result'
import { bind } from '@/lib/platform/sql'
import { writtenDay } from '@/lib/platform/text'

/*
 * What people enter on behalf of an organization may have arrived by letter. It then has the date of the letter and,
 * if the letter is evidence of the assignment, its ID.
 */

/** The fields of everything that can arrive by letter. */
export const letterFields = {
  letterOn: writtenDay('day_unreadable').optional(),
  /** The ID of the evidence that is the letter. */
  letter: ExistingId.optional(),
}

type Letter = { letterOn?: string | undefined; letter?: string | undefined }
type Entered = { id: string; assignmentId: string; onBehalf: boolean }

/** SQL: keeps that $1 of the assignment $2 arrived by the letter of the day $3, which is the evidence $4, if it is there. */
const letterSql = `
  insert into letters (of_id, assignment_id, dated, evidence_id)
  select $1::uuid, $2::uuid, $3::date, ev.id
  from (select $4::uuid as id) given
  left join evidence ev on ev.id = given.id and ev.assignment_id = $2::uuid and ev.withdrawn_at is null
  where given.id is null or ev.id is not null`

type Change = { tx: Transaction; now: Date } | { sql: Sql; now: Date }

/** Keeps the letter with which something arrived, if one is given. Returns a refusal if it cannot be kept. */
export async function keepLetter(change: Change, entered: Entered, letter: Letter): Promise<Invalid | undefined> {
  const { letterOn, letter: evidence = null } = letter
  if (letterOn === undefined && evidence === null) return undefined
  if (!entered.onBehalf) return invalidField('letterOn', 'letter_not_on_behalf')
  if (letterOn === undefined) return invalidField('letterOn', 'letter_date_missing')
  const today = dayOf(change.now)
  if (letterOn > today) return invalidField('letterOn', 'letter_in_future', { today: dateInWords(today) })
  const kept = await insert(change, [entered.id, entered.assignmentId, letterOn, evidence])
  return kept === 0 ? invalidField('letter', 'letter_not_there') : undefined
}

async function insert(change: Change, values: unknown[]) {
  if ('tx' in change) return change.tx.$executeRaw(bind(letterSql, ...values))
  const { rowCount } = await change.sql.query({ name: 'letter-keep', text: letterSql, values })
  return rowCount
}

/** Returns what an event says of a letter. */
export const letterInEvent = ({ letterOn, letter }: Letter) =>
  letterOn !== undefined && { letterOn, letterId: letter ?? null }

/** SQL: the date of the letter with which `id` arrived, or null. */
export const letterOf = (id: string) => `(select l.dated from letters l where l.of_id = ${id})`
