/**
 * SQL: whether the progress in a report `row` was taken back by its correction, by the correction of that one, and so
 * on. It stays taken back if a later correction states the same progress again, because that correction counts by
 * itself.
 */
export const takenBack = (row: string) => `exists (
  with recursive later as (
    select c.id, c.progress from progress_reports c where c.corrects_id = ${row}.id
    union all
    select c.id, c.progress from later e join progress_reports c on c.corrects_id = e.id)
  select from later where later.progress <> ${row}.progress)`
