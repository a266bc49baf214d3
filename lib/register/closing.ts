import { iso } from '@/lib/platform/sql'

/** The reason for a closure, who closed it and when. */
export type Closing = { reason: string; by: string; at: string }

/** SQL: the closing of the assignment or recommendation `row`, or null if it is open. */
export const closingJson = (row: string) => `(
  select json_build_object('reason', s.text, 'by', w.name, 'at', ${iso('s.written_at')})
  from reasons s join users w on w.id = s.author_id where s.id = ${row}.closure_reason_id)`
