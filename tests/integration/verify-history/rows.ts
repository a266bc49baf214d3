import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyHistory } from '@/lib/history/verify'
import { config } from '@/lib/platform/config'
import { db, pool } from '@/lib/platform/db'
import { afterRewriting, rewrite } from '../../support/tampering'
import { rows } from './written'

test.each([
  ['recommendations', 'title', "'Another title'", 'title'],
  ['recommendations', 'themes', "'{Another}'", 'themes'],
  ['recommendations', 'kind', "'finding'", 'kind'],
  ['assignments', 'progress', "'implemented'", 'progress'],
  ['assignments', 'due_on', "'2030-01-01'", 'dueOn'],
  ['assignments', 'role', "'lead'", 'role'],
  ['assignments', 'owner_id', '(select id from users limit 1)', 'ownerId'],
  ['assignments', 'closure', "'not_accepted'", 'closure'],
  ['assignments', 'position', "'accepted'", 'position'],
  ['actions', 'due_on', "'2030-07-31'", 'dueOn'],
  ['actions', 'state', "'dropped'", 'state'],
  ['actions', 'title_id', '(select id from reasons order by id desc limit 1)', 'titleId'],
  ['documents', 'archived_at', 'now()', 'archived'],
  ['annotations', 'withdrawn_at', 'now()', 'withdrawn'],
  ['organizations', 'name', "'Another name'", 'name'],
  ['organizations', 'archived_at', 'now()', 'archived'],
  ['users', 'role', "'administrator'", 'role'],
  ['users', 'disabled_at', 'now()', 'disabled'],
])('it names the row that was changed without an event: %s, %s', async (table, column, value, field) => {
  const row = rows[table] ?? ''
  const flaw = { what: 'field', table, row, field }
  expect(await afterRewriting(table, `id = '${row}'`, column, value)).toEqual({ ok: false, flaw })
  expect(await verifyHistory()).toMatchObject({ ok: true })
})

test.each([
  ['sha256', "repeat('0', 64)", 'sha256'],
  ['audience', "'internal'", 'audience'],
  ['title_id', "(select id from reasons where text like 'By a later%')", 'title'],
  ['covers_from', "'2026-01-01'", 'from'],
])('it names the evidence that was changed without an event: %s', async (column, value, field) => {
  const { seq } = await db.event.findFirstOrThrow({ where: { kind: 'assignment.evidence_added' } })
  const flaw = { what: 'field', table: 'evidence', row: rows.evidence, field, seq: Number(seq) }
  expect(await afterRewriting('evidence', `id = '${rows.evidence}'`, column, value)).toEqual({ ok: false, flaw })
  expect(await verifyHistory()).toMatchObject({ ok: true })
})

test('it names the file that is not as it was added, or not there', async () => {
  const { storedAs } = await db.evidence.findUniqueOrThrow({ where: { id: rows.evidence ?? '' } })
  const { seq } = await db.event.findFirstOrThrow({ where: { kind: 'assignment.evidence_added' } })
  const path = join(config.DATA_DIR, 'files', storedAs?.slice(0, 2) ?? '', storedAs ?? '')
  const content = await readFile(path)
  const flaw = { table: 'evidence', row: rows.evidence, seq: Number(seq) }

  await writeFile(path, 'The letter as it came,')
  expect(await verifyHistory()).toEqual({ ok: false, flaw: { ...flaw, what: 'file' } })
  await rm(path)
  expect(await verifyHistory()).toEqual({ ok: false, flaw: { ...flaw, what: 'missing' } })
  await writeFile(path, content)
  expect(await verifyHistory()).toMatchObject({ ok: true })
})

test('it names the row that has gone without an event', async () => {
  const { seq } = await db.event.findFirstOrThrow({ where: { kind: 'annotation.added' } })
  await pool.query('create table kept_annotations as select * from annotations')
  await rewrite('delete from annotations')
  const flaw = { what: 'lost', table: 'annotations', seq: Number(seq), row: rows.annotations }
  expect(await verifyHistory()).toEqual({ ok: false, flaw })
  await rewrite('insert into annotations select * from kept_annotations')
  await pool.query('drop table kept_annotations')
})
