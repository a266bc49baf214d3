import { expect, inject, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { drift } from '../support/drift'

const url = process.env.DATABASE_URL ?? inject('server')

test('migrations and schema agree', async () => {
  expect(await drift(url)).toMatchObject({ exitCode: 0 })
})

test('a table that the schema knows nothing of is seen', async () => {
  await pool.query('create table stray (id int primary key)')
  expect(await drift(url)).toMatchObject({ exitCode: 2 })
})
