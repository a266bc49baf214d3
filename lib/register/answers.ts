import { letterOf } from '@/lib/history/letters'
import { iso } from '@/lib/platform/sql'
import type { Position } from '@/prisma/generated/enums'

/** What an organization answered to a recommendation, or that a coordinator asked it again. */
export type Answer = {
  id: string
  /** `pending` means that a coordinator asked again. */
  position: Position
  /** Empty if it had to be erased by law. */
  reason?: string
  /** The day of the answer. Absent if a coordinator asked again. YYYY-MM-DD. */
  answeredOn?: string
  by: { id: string; name: string }
  onBehalf: boolean
  /** The date of the letter with which it arrived. YYYY-MM-DD. */
  letterOn?: string
  at: string
}

/** The largest number of answers that a page shows. */
const most = 100

/** SQL: the answers of the organization of the assignment `a`, the newest first. */
export const answersJson = `coalesce((
  select json_agg(q.answer order by q.written_at desc, q.id desc)
  from (
    select w.id, w.written_at, json_build_object('id', w.id, 'position', w.position, 'reason', s.text,
      'answeredOn', w.answered_on, 'by', json_build_object('id', b.id, 'name', b.name), 'onBehalf', w.on_behalf, 'letterOn', ${letterOf('w.id')},
      'at', ${iso('w.written_at')}) as answer
    from answers w
    join users b on b.id = w.author_id
    left join reasons s on s.id = w.reason_id
    where w.assignment_id = a.id
    order by w.written_at desc, w.id desc limit ${most}) q), '[]')`
