import { iso } from '@/lib/platform/sql'

/** When something was erased by law, by whom and why. */
export type Erasure = { at: string; by: string; reason: string }

/** SQL: the erasure of the thing with this ID, or null. */
export const erasureOf = (id: string) => `(
  select json_build_object('at', ${iso('ex.at')}, 'by', eb.name, 'reason', es.text)
  from erasures ex join users eb on eb.id = ex.by_id join reasons es on es.id = ex.reason_id
  where ex.erased_id = ${id})`
