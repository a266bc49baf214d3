import { expect, test, vi } from 'vitest'
import { newId } from '@/lib/platform/id'
import { givenOwnFolder, query, start } from '../support/own-folder'

givenOwnFolder()

const paragraphs = 4_000
const text = Array.from(
  { length: paragraphs },
  (_, place) => `${place + 1}. States should report on point ${place + 1}.`,
)

/** Leaves a long text to the instance to read. Returns the state of its import. */
async function givenQueued() {
  const [id, author] = [newId(), newId()]
  await query(
    `insert into users (id, name, email, role) values ('${author}', 'Chen', 'chen@example.org', 'coordinator')`,
  )
  await query(`
    insert into imports (id, author_id, name, sha256, bytes, text, next_attempt_at, received_at)
    values ('${id}', '${author}', '', '${'a'.repeat(64)}', 1, '${text.join('\n\n')}', now(), now())`)
  return async () => {
    const [row] = await query(`
      select state, attempts, error, (select count(*)::int from import_paragraphs where import_id = id) as paragraphs
      from imports where id = '${id}'`)
    return row
  }
}

test('an import that a killed server was reading is read again after the next start, and is there once', async () => {
  const first = await start()
  const there = await givenQueued()
  await vi.waitUntil(async () => (await there()).state === 'parsing', { interval: 20, timeout: 20_000 })
  await first.end('SIGKILL')
  expect(await there()).toMatchObject({ state: 'parsing', attempts: 1 })

  // The time for which the killed server holds it would be over half a minute later.
  await query('update imports set next_attempt_at = now()')
  await start()
  await vi.waitUntil(async () => (await there()).state !== 'parsing', { interval: 50, timeout: 60_000 })
  expect(await there()).toEqual({ state: 'review', attempts: 2, error: null, paragraphs })
})
