const part = (from: number) =>
  `coalesce(sum(s.times * ('x' || substr(encode(sha256(convert_to(s.text, 'UTF8')), 'hex'), ${from}, 15))::bit(60)::bigint), 0)`

/**
 * SQL: the fingerprint of the rows `s` of a set, each with a `text` and how many `times` it counts. It does not depend on
 * their order, so that a set of any size takes the same memory, and what was added later can be subtracted.
 */
export const fingerprint = `${part(1)} || '-' || ${part(16)}`

/** SQL: what the fingerprint of the results of a cycle counts of a result `f`. */
export const resultText = `concat_ws(chr(31), f.assignment_id, f.document_id, f.key, f.title, f.ordinal, f.organization_id, f.organization_name,
  f.answer, coalesce(extract(epoch from f.answered_at)::text, ''), f.status, f.progress, f.verification, f.position,
  coalesce(f.closure::text, ''), coalesce(f.due_on::text, ''), coalesce(f.owner_id::text, ''))`
