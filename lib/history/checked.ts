/** A table whose rows are compared with their events. */
export type Checked = {
  table: string
  noun: string
  /** SQL: the rows `x` that are compared. All, if absent. */
  where?: string
  /** The kinds of events that record the creation of a row. */
  made?: readonly string[]
  /** The other kinds of events that tell of a row. All of the noun, if absent and `within` is too. */
  told?: readonly string[]
  /** Every row has such an event. */
  always?: true
  /** SQL: a JSON object with the values of the row `x`. */
  says: string
  /**
   * SQL: a JSON object with the values of the row according to the history. `t.recorded` has the last value of each field
   * in its events, and is used if this is absent. `t.made_by` and `t.made_at` are the actor and the moment of
   * the event that created it.
   */
  recorded?: string
  /** SQL: further columns of `t`: aggregates over the events `e` of the row, and the fields `f` of what each says. */
  collected?: Readonly<Record<string, string>>
  /**
   * SQL: for rows whose events are about another row: the column with the ID of that row, and in an event `e` the ID of
   * the row and a JSON object with its values after the event.
   */
  within?: { column: string; id: string; after: string }
}

/** SQL: the last value of an expression in those events `e` of a row that are of some kinds. */
export const lastOf = (value: string, ...kinds: string[]) => `(array_agg(${value} order by e.seq desc)
  filter (where e.kind in (${kindsIn(kinds)})))[1]`

/** SQL: a list of kinds of events. */
export const kindsIn = (kinds: readonly string[]) =>
  kinds.length > 0 ? kinds.map((kind) => `'${kind}'`).join(', ') : 'null'

/** SQL: a value in the event `e`. */
export const inBody = (...path: string[]) => `e.body::jsonb #> '{${path.join(',')}}'`

/** SQL: the organization that an organization is now, after it may have been merged. */
export const nowOf = (id: string) =>
  `coalesce((select o.merged_into_id from organizations o where o.id = (${id})::uuid), (${id})::uuid)`

/** SQL: the IDs in a column of the rows `m` of a table, as sorted JSON. */
export const membersOf = (column: string, table: string, where: string) =>
  `(select coalesce(jsonb_agg(m.${column} order by m.${column}), '[]') from ${table} m where ${where})`

/** SQL: a JSON list, sorted. */
export const sorted = (list: string) =>
  `(select coalesce(jsonb_agg(m order by m), '[]') from jsonb_array_elements(${list}) m)`
