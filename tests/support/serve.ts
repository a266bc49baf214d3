import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administrator } from './administrator'

// Starts a production instance for browser tests, in a folder that is removed with it.
const folder = mkdtempSync(join(tmpdir(), 'followthrough-browser-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

Object.assign(process.env, {
  DATA_DIR: folder,
  ADMIN_EMAIL: administrator.email,
  ADMIN_PASSWORD: administrator.password,
  // All tests come from one address, and mostly from one person.
  RATE_LIMIT: '0',
})
await import('@/lib/cli/start')
