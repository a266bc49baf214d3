import 'server-only'
import { pool } from '@/lib/platform/db'

/** The first thing in the history that is not as it was written. */
export type Flaw = {
  /** The event, where the flaw is in one. */
  seq?: number
  what: 'gap' | 'link' | 'hash' | 'words' | 'row'
  /** The row, where the flaw is in one. */
  row?: string
}

export type Verified = { ok: true; events: number } | { ok: false; flaw: Flaw }

/**
 * Walks the whole chain, then the words that it vouches for, then the rows that it should tell of, and names the first
 * thing that is wrong. What somebody erased by law is no flaw.
 */
export async function verifyHistory(): Promise<Verified> {
  const flaw = (await brokenLink()) ?? (await alteredWords()) ?? (await untoldRow())
  if (flaw) return { ok: false, flaw }
  const { rows } = await pool.query<{ events: number }>('select count(*)::int as events from events')
  return { ok: true, events: rows[0]?.events ?? 0 }
}

const batch = 5_000

/** Each event follows the one before, names its hash, and has the hash of its own text. */
async function brokenLink(): Promise<Flaw | undefined> {
  let previous = { seq: 0, hash: '0'.repeat(64) }
  for (;;) {
    const { rows } = await pool.query<{ seq: number; previous: string; hash: string; sound: boolean }>(
      `select seq::int, previous_hash as previous, hash, hash = event_hash(e) as sound
       from events e where seq > $1 order by seq limit ${batch}`,
      [previous.seq],
    )
    for (const { seq, previous: named, hash, sound } of rows) {
      if (seq !== previous.seq + 1) return { seq: previous.seq + 1, what: 'gap' }
      if (named !== previous.hash) return { seq, what: 'link' }
      if (!sound) return { seq, what: 'hash' }
      previous = { seq, hash }
    }
    if (rows.length < batch) return undefined
  }
}

/** Every text that an event vouches for, wherever in its body, with the row that holds it now. */
const vouched = `
  select e.seq, w.value ->> 'id' as id, w.value ->> 'sha256' as sha256
  from events e, lateral (
    select value from json_each(case json_typeof(e.body::json -> 'before') when 'object' then e.body::json -> 'before' else '{}' end)
    union all
    select value from json_each(case json_typeof(e.body::json -> 'after') when 'object' then e.body::json -> 'after' else '{}' end)
  ) w
  where json_typeof(w.value) = 'object' and w.value ->> 'sha256' is not null`

const texts = `
  select id, narrative as text, erased_at from progress_reports
  union all select id, text, erased_at from reasons
  union all select id, body, erased_at from annotation_revisions`

async function alteredWords(): Promise<Flaw | undefined> {
  const { rows } = await pool.query<{ seq: number; id: string }>(
    `select v.seq::int, v.id from (${vouched}) v left join (${texts}) t on t.id::text = v.id
     where t.id is null
        or (t.erased_at is not null and t.text <> '')
        or (t.erased_at is null and encode(sha256(convert_to(t.text, 'UTF8')), 'hex') <> v.sha256)
     order by v.seq limit 1`,
  )
  return rows[0] && { seq: rows[0].seq, what: 'words', row: rows[0].id }
}

/** What people wrote and no event tells of came in past the corridor. */
async function untoldRow(): Promise<Flaw | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `select t.id::text from (
       select id from progress_reports where state = 'submitted'
       union all select id from reasons
       union all select id from annotation_revisions
     ) t
     where not exists (select from (${vouched}) v where v.id = t.id::text) limit 1`,
  )
  return rows[0] && { what: 'row', row: rows[0].id }
}
