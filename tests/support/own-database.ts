import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'

const name = `t_${randomUUID().replaceAll('-', '')}`
const server = inject('server')
process.env.DATABASE_URL = server.replace('/postgres?', `/${name}?`)

async function onServer(statement: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

beforeAll(() => onServer(`create database ${name} template template_app`))

afterAll(async () => {
  const { db, pool } = await import('@/lib/platform/db')
  await db.$disconnect()
  await pool.end()
  await onServer(`drop database ${name} with (force)`)
})
