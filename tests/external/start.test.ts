import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { freePort, runCommand, startInstance } from '../support/instance'

const folder = mkdtempSync(join(tmpdir(), 'followthrough-external-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { DATABASE_URL = '' } = process.env

test('several processes serve one database of our own, and one that ends leaves it alone', async () => {
  const variables = { DATABASE_URL, DATA_DIR: folder }
  const [first, second] = await Promise.all([
    startInstance({ ...variables, PORT: await freePort() }),
    startInstance({ ...variables, PORT: await freePort() }),
  ])
  expect(await first.end('SIGTERM')).toBe(0)

  const ready = await fetch(`${second.address}/api/health/ready`)
  expect(ready.status).toBe(200)
  expect((await pool.query('select count(*)::int as count from recommendations')).rows).toEqual([{ count: 10 }])

  expect(await runCommand('lib/cli/manage.ts', variables, ['database', 'url'])).toEqual({
    code: 0,
    output: DATABASE_URL,
  })
  expect((await runCommand('lib/cli/manage.ts', variables, ['history', 'verify'])).output).toMatch(
    /^The history is whole: \d+ events/,
  )
  expect(await second.end('SIGTERM')).toBe(0)
  expect(readdirSync(folder)).toEqual(['secret'])
})
