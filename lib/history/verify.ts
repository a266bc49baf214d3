import 'server-only'
import { config } from '@/lib/platform/config'
import { clientOf } from '@/lib/platform/connection'
import type { Sql } from '@/lib/platform/db'
import type { Flaw, Listener } from './flaw'
import { alteredRow, lostRow } from './verify-rows'
import { alteredWords, untoldWords } from './verify-words'

export type Verified = { ok: true; events: number } | { ok: false; flaw: Flaw }

/**
 * Walks the whole chain, then the words that it vouches for, then the rows that it tells of, and names the first thing that
 * is wrong. What somebody erased by law is no flaw. It sees one moment, also while people work.
 */
export async function verifyHistory(heard: Listener = () => {}): Promise<Verified> {
  const client = clientOf({ connectionString: config.DATABASE_URL, application_name: 'followthrough history verify' })
  await client.connect()
  try {
    // A connection of its own, since it may take minutes on a large history.
    await client.query(`begin isolation level repeatable read read only; set local statement_timeout = 0;
      set local idle_in_transaction_session_timeout = 0; set local timezone = 'UTC'`)
    return await verifyIn(client, heard)
  } finally {
    await client.end()
  }
}

async function verifyIn(sql: Sql, heard: Listener): Promise<Verified> {
  const { rows } = await sql.query<{ events: number }>('select coalesce(max(seq), 0)::int as events from events')
  const events = rows[0]?.events ?? 0
  const flaw =
    (await brokenLink(sql, events, heard)) ??
    (await alteredWords(sql, events, heard)) ??
    (await untoldWords(sql)) ??
    (await lostRow(sql)) ??
    (await alteredRow(sql, heard))
  return flaw ? { ok: false, flaw } : { ok: true, events }
}

const batch = 5_000

/** Each event follows the one before, names its hash, and has the hash of its own text. */
async function brokenLink(sql: Sql, events: number, heard: Listener): Promise<Flaw | undefined> {
  let previous = { seq: 0, hash: '0'.repeat(64) }
  for (;;) {
    const { rows } = await sql.query<{ seq: number; previous: string; hash: string; sound: boolean }>(
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
    heard('events', previous.seq, events)
    if (rows.length < batch) return undefined
  }
}
