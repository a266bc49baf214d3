import { afterAll, expect, inject, test } from 'vitest'
import { checkServer } from '@/lib/cli/check-server'
import { pool } from '@/lib/platform/db'

const server = inject('server')
const latin = `latin_${process.pid}`

afterAll(() => pool.query(`drop database if exists ${latin} with (force)`))

test('this server will do', async () => {
  await expect(checkServer(server)).resolves.toBeUndefined()
})

test('a database whose letters are only those of ASCII is refused', async () => {
  await pool.query(`create database ${latin} template template0 lc_collate 'C' lc_ctype 'C'`)
  await expect(checkServer(server.replace('/postgres?', `/${latin}?`))).rejects.toThrow('lc_ctype C')
})

test('a database that is not there is named', async () => {
  const url = server.replace('/postgres?', '/nowhere?')
  await expect(checkServer(url)).rejects.toThrow('The server of DATABASE_URL has no database nowhere')
})

test('a server that is not there is named, and the password is not', async () => {
  const asking = checkServer('postgresql://ada:secret@127.0.0.1:1/followthrough')
  await expect(asking).rejects.toThrow('No PostgreSQL can be reached at 127.0.0.1:1')
  await expect(asking).rejects.not.toThrow('secret')
})
