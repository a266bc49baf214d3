import 'server-only'
import { config } from '@/lib/platform/config'
import { clientOf } from '@/lib/platform/connection'
import { pool, type Sql } from '@/lib/platform/db'
import type { Flaw, Listener } from './history-flaw'
import { alteredCycle } from './verify-cycles'
import { alteredErasure } from './verify-erasures'
import { alteredEvidence, alteredFile, alteredNaming } from './verify-evidence'
import { alteredPresent } from './verify-last-versions'
import { alteredLetter } from './verify-letters'
import { alteredLink } from './verify-links'
import { alteredMention } from './verify-mentions'
import { alteredRow, lostRow } from './verify-rows'
import { alteredVersion } from './verify-versions'
import { alteredWords, unrecordedWords } from './verify-words'

/** `noted` is the number of the event with the hash that somebody noted. */
export type Verified = { ok: true; events: number; noted?: number } | { ok: false; flaw: Flaw }

/**
 * Checks the whole chain of events, then the texts that they hash and those erased by law, then the rows that they describe, then the files of
 * evidence, and returns the first flaw. With `head`, a hash that somebody noted earlier, it must still be in the chain. Reads
 * one snapshot, even while people work.
 */
export async function verifyHistory(report: Listener = () => {}, head?: string): Promise<Verified> {
  const client = clientOf({ connectionString: config.DATABASE_URL, application_name: 'followthrough history verify' })
  await client.connect()
  try {
    // Uses its own connection, because it can take minutes on a large history.
    await client.query(`begin isolation level repeatable read read only; set local statement_timeout = 0;
      set local idle_in_transaction_session_timeout = 0; set local timezone = 'UTC'`)
    return await verifyIn(client, report, head)
  } finally {
    await client.end()
  }
}

/** Checks the history as one connection sees it. */
export async function verifyIn(sql: Sql, report: Listener = () => {}, head?: string): Promise<Verified> {
  const { rows } = await sql.query<{ events: number }>({
    name: 'chain-length',
    text: 'select coalesce(max(seq), 0)::int as events from events',
  })
  const events = rows[0]?.events ?? 0
  const noted = head === undefined ? undefined : await eventWith(sql, head)
  const flaw =
    (await brokenLink(sql, events, report)) ??
    (head !== undefined && noted === undefined ? ({ what: 'head' } as const) : undefined) ??
    (await alteredWords(sql, events, report)) ??
    (await alteredErasure(sql)) ??
    (await unrecordedWords(sql)) ??
    (await lostRow(sql)) ??
    (await alteredRow(sql, report)) ??
    (await alteredVersion(sql, report)) ??
    (await alteredPresent(sql)) ??
    (await alteredCycle(sql)) ??
    (await alteredMention(sql)) ??
    (await alteredLink(sql)) ??
    (await alteredEvidence(sql)) ??
    (await alteredNaming(sql)) ??
    (await alteredLetter(sql)) ??
    (await alteredFile(sql, report))
  return flaw ? { ok: false, flaw } : { ok: true, events, ...(noted !== undefined && { noted }) }
}

/** Returns the number of the event with this hash. */
async function eventWith(sql: Sql, hash: string): Promise<number | undefined> {
  const { rows } = await sql.query<{ seq: number }>({
    name: 'event-with-hash',
    text: 'select seq::int from events where hash = $1',
    values: [hash],
  })
  return rows[0]?.seq
}

/** Returns the hash of the last event, which vouches for all events before it. Undefined if there is none. */
export async function historyHead(): Promise<string | undefined> {
  const text = 'select hash from events order by seq desc limit 1'
  const { rows } = await pool.query<{ hash: string }>({ name: 'history-head', text })
  return rows[0]?.hash
}

const batch = 5_000

/** The last event of a batch and its hash, and the first flaw in the batch. */
type Walked = { last: number | null; hash: string | null; seq: number | null; what: 'gap' | 'link' | 'hash' | null }

/** SQL: checks the events after the number $1, whose hash is $2. Returns the first flaw and the last event. */
const chainSql = `
  with batch as materialized (
    select seq, previous_hash, hash, hash = event_hash(e) as sound from events e
    where seq > $1 order by seq limit ${batch}),
  linked as (
    select *, lag(seq, 1, $1::bigint) over (order by seq) + 1 as due, lag(hash, 1, $2::text) over (order by seq) as before
    from batch),
  wrong as (
    select case when seq <> due then due else seq end as seq,
      case when seq <> due then 'gap' when previous_hash <> before then 'link' else 'hash' end as what
    from linked where seq <> due or previous_hash <> before or not sound
    order by linked.seq limit 1),
  final as (select seq, hash from batch order by seq desc limit 1)
  select (select seq::int from final) as last, (select hash from final) as hash,
    (select seq::int from wrong) as seq, (select what from wrong) as what`

/**
 * Returns the first event that does not follow the one before, does not have its hash, or does not have the hash of its
 * own content.
 */
async function brokenLink(sql: Sql, events: number, report: Listener): Promise<Flaw | undefined> {
  for (let [from, before] = [0, '0'.repeat(64)]; ; ) {
    const { rows } = await sql.query<Walked>({ name: 'chain-walk', text: chainSql, values: [from, before] })
    const { last = null, hash = null, seq = null, what = null } = rows[0] ?? {}
    if (seq !== null && what !== null) return { seq, what }
    if (last === null || hash === null) return undefined
    report('events', last, events)
    ;[from, before] = [last, hash]
  }
}
