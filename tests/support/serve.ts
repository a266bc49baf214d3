import { rmSync } from 'node:fs'
import { administrator } from './administrator'
import { folderOf } from './browser-instance'

// Starts a production instance for browser tests, in a folder that is removed with it.
const folder = folderOf(process.env.PORT ?? '')
const remove = () => rmSync(folder, { recursive: true, force: true })
remove() // A run that was killed left it.
process.on('exit', remove)

Object.assign(process.env, {
  DATA_DIR: folder,
  ADMIN_EMAIL: administrator.email,
  ADMIN_PASSWORD: administrator.password,
  // All tests come from one address, and mostly from one person.
  RATE_LIMIT: '0',
})
await import('@/lib/cli/start')
