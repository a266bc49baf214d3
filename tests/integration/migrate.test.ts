import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { migrate } from '@/lib/cli/migrate'
import { pool } from '@/lib/platform/db'

const url = process.env.DATABASE_URL ?? inject('server')
const folder = mkdtempSync(join(tmpdir(), 'followthrough-migrations-'))

beforeEach(() => {
  rmSync(folder, { recursive: true })
  cpSync('prisma/migrations', folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

function add(name: string, sql: string) {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

const later = ['29990102000000_later', 'create table later (id int)'] as const

const names = async () => {
  const { rows } = await pool.query<{ name: string }>('select migration_name as name from _prisma_migrations')
  return rows.map(({ name }) => name)
}

test('a database that is up to date stays as it is', async () => {
  const before = await names()
  expect(await migrate(url, folder)).toBe(0)
  expect(await names()).toEqual(before)
})

test('a migration that fails leaves nothing, neither its tables nor its name', async () => {
  add('29990101000000_fails', 'create table half (id int); select 1 / 0;')
  await expect(migrate(url, folder)).rejects.toThrow('Migration 29990101000000_fails failed, and left nothing')
  expect((await pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
  expect(await names()).not.toContain('29990101000000_fails')
})

test('a file that was changed after it was applied is refused', async () => {
  const [first = ''] = await names()
  appendFileSync(join(folder, first, 'migration.sql'), '-- afterthought')
  await expect(migrate(url, folder)).rejects.toThrow(`Migration ${first} was changed after it was applied`)
})

test('two at once apply each migration once', async () => {
  add(...later)
  const counts = await Promise.all([migrate(url, folder), migrate(url, folder)])
  expect(counts.sort()).toEqual([0, 1])
})

test('a database that is newer than the code is refused', async () => {
  add(...later)
  await migrate(url, folder)
  await expect(migrate(url)).rejects.toThrow('The database is newer than this version of Followthrough')
})
