import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, inject, vi } from 'vitest'

// Files share a process. Each loads our code again, with a pool of its own.
vi.resetModules()
const environment = { ...process.env }

const name = `t_${randomUUID().replaceAll('-', '')}`
const server = inject('server')
const files = mkdtempSync(join(tmpdir(), 'followthrough-files-'))
process.env.DATA_DIR = files
process.env.DATABASE_URL = server.replace('/postgres?', `/${name}?`)

async function onServer(statement: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

beforeAll(() => onServer(`create database ${name} template template_app strategy file_copy`))

afterAll(async () => {
  const { db, pool } = await import('@/lib/platform/db')
  await db.$disconnect()
  await pool.end()
  await onServer(`drop database ${name} with (force)`)
  rmSync(files, { recursive: true, force: true })
  leaveNothing()
})

/** Reverts what our code has set for the whole process. */
function leaveNothing() {
  for (const key of Object.keys(globalThis))
    if (key.startsWith('followthrough')) Reflect.deleteProperty(globalThis, key)
  for (const key of Object.keys(process.env)) if (!(key in environment)) delete process.env[key]
  Object.assign(process.env, environment)
}
