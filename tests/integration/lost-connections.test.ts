import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { verifyHistory } from '@/lib/history/verify'
import { db, pool, readByIndex } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { watchDatabase } from '@/lib/server/watch-database'
import { seed } from '@/prisma/seed/seed'
import { givenPeople, people, valueIn } from '../support/given'

const { amina, chen } = people
const key = 'SALVADOR-2010-17.2'
const killer = new pg.Client({ connectionString: process.env.DATABASE_URL })

beforeAll(async () => {
  await seed()
  await givenPeople()
  await killer.connect()
})
afterAll(() => killer.end())

const cutAll = () =>
  killer.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )

/** Works until it is told to stop; what fails is tried again under the same id, as a client would. */
async function keepWriting(stop: AbortSignal) {
  const written: string[] = []
  while (!stop.aborted) {
    const id = newId()
    for (let done = false; !done; ) {
      done = await annotate(amina, { key, body: `Note ${id}`, id }).then(
        (result) => valueIn(result).id === id,
        () => false,
      )
    }
    written.push(id)
  }
  return written
}

/** Writes by Prisma's own transactions, and reads, until it is told to stop. */
async function keepEditing(stop: AbortSignal) {
  for (let n = 0; !stop.aborted; n++) {
    const { version } = await db.recommendation.findFirstOrThrow({ where: { key } }).catch(() => ({ version: 1 }))
    await editRecommendation(chen, { key, version, title: `Title ${n}` }).catch(() => null)
    await readByIndex({ text: 'select id from recommendations' }).catch(() => null)
  }
}

test('connections that are cut in the midst of writing fail those writes, and nothing else', async () => {
  const stop = new AbortController()
  const writers = Promise.all(Array.from({ length: 6 }, () => keepWriting(stop.signal)))
  const editors = Promise.all([keepEditing(stop.signal), keepEditing(stop.signal)])
  for (let cut = 0; cut < 25; cut++) {
    await pause(50)
    await cutAll()
  }
  stop.abort()
  const written = (await writers).flat()
  await editors

  const kept = await db.annotation.findMany({ select: { id: true } })
  expect(kept.map(({ id }) => id).sort()).toEqual(written.sort())
  expect(await verifyHistory()).toMatchObject({ ok: true })
  expect(pool.totalCount).toBe(pool.idleCount)
})

test('a database that is away for a while is waited for; away for long, it is given up', async () => {
  const sentences: string[] = []
  const stop = new AbortController()
  const watching = { signal: stop.signal, say: (sentence: string) => sentences.push(sentence) }
  const { DATABASE_URL = '' } = process.env

  const watched = watchDatabase(DATABASE_URL, watching).catch(() => 'stopped')
  const asked = () =>
    killer.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'followthrough watch' and query = 'select 1'`,
    )
  while ((await asked()).rows[0]?.n !== 1) await pause(20)
  await cutAll()
  while (sentences.length < 2) await pause(20)
  stop.abort()
  expect(await watched).toBe('stopped')
  expect(sentences).toEqual([
    expect.stringMatching(/^The database doesn't answer .*: trying again/),
    'The database is back.',
  ])

  const nowhere = 'postgresql://ada:secret@127.0.0.1:1/x'
  const why = await watchDatabase(nowhere, { ...watching, signal: new AbortController().signal, longest: 1_000 })
  expect(why).toMatch(/^The database of DATABASE_URL hasn't answered for 1 seconds .*: start it/)
  expect(why).not.toContain('secret')
})
