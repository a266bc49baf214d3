/**
 * SQL: whether what a report `row` says of the progress was taken back: by its correction, by the correction of that one,
 * and so on. It stays taken back when a later correction says it again: that one speaks for itself.
 */
export const takenBack = (row: string) => `exists (
  with recursive later as (
    select c.id, c.progress from progress_reports c where c.corrects_id = ${row}.id
    union all
    select c.id, c.progress from later e join progress_reports c on c.corrects_id = e.id)
  select from later where later.progress <> ${row}.progress)`
