import 'server-only'
import { db, readIn } from '@/lib/platform/db'
import { repeat } from '@/lib/platform/repeat-work'
import { sql } from '@/lib/platform/sql'

/** The pause between two looks for recommendations to compare, in milliseconds. */
const interval = 2_000

/** The most that one recommendation is related to. */
const mostRelated = 50

/**
 * The most that are found like one recommendation, among which the most alike are kept. Of thousands that differ by a
 * number, one of them is as good as another.
 */
const mostFound = 2_000

/**
 * Compares new recommendations with all others, until the signal ends it. Any number of processes can do this at the
 * same time.
 */
export function runComparisons(signal: AbortSignal) {
  const failure = 'Recommendations could not be compared.'
  void repeat({ signal, interval, failure }, () => compareRecommendations(signal))
}

/** Compares the recommendations that wait, the oldest first. */
export async function compareRecommendations(signal: AbortSignal = new AbortController().signal) {
  while (!signal.aborted && ((await compareNext()) || (await keepWords()))) {
    // Each turn is a transaction of its own, so that what was compared is kept.
  }
}

/** The number of recommendations whose words are kept in one statement. */
const atATime = 500

/**
 * Keeps the words of recommendations that wait, before they are compared: of two that are compared at the same moment, at
 * least one finds the other. Leaves out what somebody is removing. Returns whether any were kept.
 */
async function keepWords() {
  const kept = await db.$executeRaw`
    with next as materialized (
      select w.recommendation_id as id from waiting_comparisons w
      where not exists (select from recommendation_comparisons c where c.recommendation_id = w.recommendation_id)
      order by w.recommendation_id limit ${atATime}),
    held as materialized (
      select id, quote from recommendations where id = any(array(select id from next)) for key share skip locked)
    insert into recommendation_comparisons (recommendation_id, words)
    select id, compared_words(quote) from held
    on conflict do nothing`
  return kept > 0
}

/** Compares one recommendation whose words are kept, because one can take seconds among 100,000. Returns whether one was compared. */
const compareNext = () =>
  db.$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('pg_trgm.similarity_threshold', '0.6', true)`
      const [row] = await readIn<{ compared: number }>(tx, 'compare-recommendations', comparing)
      return row?.compared === 1
    },
    { timeout: 60_000 },
  )

/*
 * It never waits for the lock of a recommendation, but leaves the comparison for later. A transaction that removes many
 * recommendations holds their locks and waits for what this statement writes, so both would wait forever.
 */
const comparing = sql`
  with next as materialized (
    select w.recommendation_id from waiting_comparisons w
    where exists (select from recommendation_comparisons c where c.recommendation_id = w.recommendation_id)
    order by w.recommendation_id limit 1 for update of w skip locked),
  pairs as materialized (
    select own.recommendation_id as id, other.id as other_id, other.similarity
    from next
    join recommendation_comparisons own on own.recommendation_id = next.recommendation_id
    cross join lateral (
      select c.recommendation_id as id, similarity(c.words, own.words) as similarity
      from (
        select like_it.recommendation_id, like_it.words from recommendation_comparisons like_it
        where like_it.words % own.words and like_it.recommendation_id <> own.recommendation_id limit ${mostFound}) c
      order by similarity desc, c.recommendation_id limit ${mostRelated}) other),
  needed as (
    select recommendation_id as id from next union select other_id from pairs),
  held as materialized (
    select id from recommendations where id = any(array(select id from needed)) for key share skip locked),
  taken as (
    delete from waiting_comparisons where recommendation_id in (select recommendation_id from next)
      and (select count(*) from held) = (select count(*) from needed)
    returning recommendation_id),
  kept as (
    insert into related_recommendations (recommendation_id, other_id, similarity)
    select id, other_id, similarity from pairs where id in (select recommendation_id from taken)
    union select other_id, id, similarity from pairs where id in (select recommendation_id from taken)
    order by 1, 2
    on conflict do nothing)
  select count(*)::int as compared from taken`
