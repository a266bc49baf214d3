import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administrator } from './administrator'

// A production instance of its own for browser tests, in a folder that goes with it.
const folder = mkdtempSync(join(tmpdir(), 'followthrough-browser-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

Object.assign(process.env, {
  DATA_DIR: folder,
  ADMIN_EMAIL: administrator.email,
  ADMIN_PASSWORD: administrator.password,
  // A whole suite comes from one address, mostly by one person.
  RATE_LIMIT: '0',
})
await import('@/lib/cli/start')
