import { expect, test, vi } from 'vitest'
import { newId } from '@/lib/platform/id'
import { givenOwnFolder, query, start } from '../support/own-folder'

givenOwnFolder()

const rows = 1_800

/** SQL: whether a recommendation is in the document of the spreadsheet, and not in those that are there from the start. */
const inSheet = `document_id in (select id from documents where symbol = 'X/1')`

/** Leaves a checked spreadsheet to the instance to import, half of whose rows name an organization. */
async function givenImporting() {
  const [id, author] = [newId(), newId()]
  await query(
    `insert into users (id, name, email, role) values ('${author}', 'Chen', 'chen@example.org', 'coordinator')`,
  )
  await query(`
    insert into sheets (
      id, author_id, imported_by_id, state, name, sha256, bytes, stored_as, sent, format, mapping, options,
      next_attempt_at, received_at)
    values ('${id}', '${author}', '${author}', 'importing', 'follow-up.csv', '${'a'.repeat(64)}', 1, '${id}', '', 'csv',
      '{"symbol": 0, "quote": 1, "organization": 2, "progress": 3}', '{}', now() + interval '1 hour', now())`)
  await query(`
    insert into sheet_rows (sheet_id, row, state, cells)
    select '${id}', n + 1, 'ready', array[
      'X/1', 'States should report on point ' || n || '.', case when n % 2 = 0 then 'Ministry ' || n % 40 else '' end,
      case when n % 2 = 0 then 'Ongoing' else '' end]
    from generate_series(1, ${rows}) n`)
  return {
    begin: () => query(`update sheets set next_attempt_at = now() where id = '${id}'`),
    there: async () => {
      const [row] = await query(`
        select (select state::text from sheets where id = '${id}') as state,
          (select count(*)::int from sheet_rows where sheet_id = '${id}' and state = 'made') as made,
          (select count(*)::int from recommendations where ${inSheet}) as recommendations,
          (select count(distinct quote)::int from recommendations where ${inSheet}) as quotes,
          (select count(*)::int from assignments) as assignments,
          (select count(*)::int from progress_reports) as reports,
          (select count(*)::int from organizations where name like 'Ministry %') as organizations,
          (select count(*)::int from events where kind = 'recommendation.added'
             and subject_id in (select id from recommendations where ${inSheet})) as events`)
      return row
    },
  }
}

test('a spreadsheet whose import is killed twice has every row in the register once', async () => {
  let instance = await start()
  const { begin, there } = await givenImporting()
  for (const least of [1, 600]) {
    await begin()
    await vi.waitUntil(async () => (await there()).made > least, { interval: 20, timeout: 60_000 })
    await instance.end('SIGKILL')
    const { state, made, quotes } = await there()
    expect({ state, quotes }).toEqual({ state: 'importing', quotes: made })
    instance = await start()
  }
  await begin()
  await vi.waitUntil(async () => (await there()).state !== 'importing', { interval: 100, timeout: 60_000 })
  const half = rows / 2
  expect(await there()).toEqual({
    ...{ state: 'imported', made: rows, recommendations: rows, quotes: rows, events: rows },
    ...{ assignments: half, reports: half, organizations: 20 },
  })
})
