import 'server-only'
import { readIn, type Transaction } from '@/lib/platform/db'
import { type Composed, raw, sql } from '@/lib/platform/sql'
import type { PlaceState } from '@/prisma/generated/enums'

/**
 * What a recommendation or an annotation becomes in the text of a new edition: proposed, until somebody has decided.
 * Fields without a value are left out.
 */
export type PlaceNow = {
  id: string
  recommendation?: { key: string; title: string }
  annotation?: { id: string; key?: string; by: string; beginning: string }
  /** Its words in the edition before. `start` and `end` are in code points of the paragraph. */
  was: { label: string; ordinal: number; start: number; end: number; quote: string }
  state: PlaceState
  /** The ordinal of its paragraph in the import, counted from 1. */
  paragraph?: number
  label?: string
  start?: number
  end?: number
  quote?: string
  decided: boolean
  decidedBy?: { id: string; name: string }
  version: number
}

/** The largest part of an annotation in a list, in characters. */
const beginning = 160

/** SQL: the labels of a paragraph and its parents. */
const pathOf = (table: string, self: string, joined: string) => `(
  with recursive above as (
    select q.*, 1 as depth from ${table} q where ${self}
    union all
    select q.*, above.depth + 1 from ${table} q join above on ${joined} where above.depth < 20)
  select coalesce(string_agg(nullif(label, ''), ' ' order by depth desc), '') from above)`

const labelBefore = pathOf('paragraphs', 'q.id = p.id', 'q.id = above.parent_id')
const labelAfter = pathOf(
  'import_paragraphs',
  'q.import_id = x.import_id and q.ordinal = x.paragraph',
  'q.import_id = above.import_id and q.ordinal = above.parent',
)

/** SQL: the place `x` of an import, with `placeJoins`. */
const placeJson = `json_strip_nulls(json_build_object(
  'id', x.id,
  'recommendation', case when r.id is not null then json_build_object('key', r.key, 'title', r.title) end,
  'annotation', case when n.id is not null then json_build_object('id', n.id, 'key', nr.key, 'by', nu.name,
    'beginning', (select left(v.body, ${beginning}) from annotation_revisions v
                  where v.annotation_id = n.id order by v.number desc limit 1)) end,
  'was', json_build_object('label', ${labelBefore}, 'ordinal', p.ordinal, 'start', x.was_start, 'end', x.was_end,
    'quote', x.was_quote),
  'state', x.state, 'paragraph', x.paragraph,
  'label', case when x.paragraph is not null then ${labelAfter} end,
  'start', x.start, 'end', x."end", 'quote', x.quote,
  'decided', x.decided_at is not null,
  'decidedBy', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end,
  'version', x.version))`

const placeJoins = `
  join paragraphs p on p.id = x.was_paragraph_id
  left join recommendations r on r.id = x.recommendation_id
  left join annotations n on n.id = x.annotation_id
  left join recommendations nr on nr.id = n.recommendation_id
  left join users nu on nu.id = n.author_id
  left join users u on u.id = x.decided_by_id`

/** SQL: whether the place `x` still matters. An annotation may have been withdrawn since it was compared. */
export const stands = `(x.annotation_id is null or exists (
  select from annotations sn where sn.id = x.annotation_id and sn.withdrawn_at is null))`

/** Returns the places that meet a condition on `x`, in the order of the text before, after the first `from`. */
export async function readPlaces(tx: Transaction, which: Composed, { from = 0, limit = 1 } = {}): Promise<PlaceNow[]> {
  const rows = await readIn<{ one: PlaceNow }>(
    tx,
    'import-places',
    sql`
    select ${raw(placeJson)} as one
    from (
      select * from import_places x where ${which} and ${raw(stands)}
      order by x.was_ordinal, x.was_start, x.id limit ${limit} offset ${from}) x ${raw(placeJoins)}
    order by x.was_ordinal, x.was_start, x.id`,
  )
  return rows.map(({ one }) => one)
}

/** Returns a place as it is in this transaction. */
export async function placeNow(tx: Transaction, id: string): Promise<PlaceNow> {
  const [place] = await readPlaces(tx, sql`x.id = ${id}::uuid`)
  if (!place) throw new Error(`There is no place ${id}.`)
  return place
}
