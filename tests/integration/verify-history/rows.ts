import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyHistory } from '@/lib/history/verify'
import { config } from '@/lib/platform/config'
import { db, pool } from '@/lib/platform/db'
import { rewrite } from '../../support/tampering'
import { rows } from './written'

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
