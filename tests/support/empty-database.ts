import pg from 'pg'
import { inject } from 'vitest'
import { newId } from '@/lib/platform/id'

/** Creates a database without tables. Returns a connection to it and its URL. */
export async function emptyDatabase() {
  const name = `before_${newId().replaceAll('-', '')}`
  const server = new pg.Client({ connectionString: inject('server') })
  await server.connect()
  await server.query(`create database ${name} template template0`)
  await server.end()
  const url = inject('server').replace('/postgres?', `/${name}?`)
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  return [database, url] as const
}
