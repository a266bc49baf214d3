import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../problem'
import type { Account } from './account'
import { send } from './stop'

/** macOS has the locale C.UTF-8 only since version 15. */
const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

const flags = [
  ...[
    '--username=app',
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    '--data-checksums',
    `--locale=${locale}`,
  ],
  ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ...['--set', 'listen_addresses=', '--set', 'unix_socket_permissions=0700'],
]

/** Creates the cluster in a temporary folder and moves it into place when it is complete. */
export async function makeCluster(initdb: string, data: string, account: Account, more: string[] = []) {
  const fresh = `${data}-new-${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  account.own(fresh)

  const { file, args, options } = account.program(initdb, [...flags, ...more, '-D', fresh])
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  const output: string[] = []
  child.stderr?.setEncoding('utf8').on('data', (text: string) => output.push(text))
  const [code] = await once(child, 'close').catch((error: Error) => [error.message])

  try {
    if (code === 0) renameSync(fresh, data)
  } catch {
    // Another start was first, and its cluster will do.
  }
  rmSync(fresh, { recursive: true, force: true })
  if (!existsSync(data)) {
    const why = output.join('').trim() || code
    throw new Problem(`The embedded database can't be made in ${data} (${why}): mend that, or set DATABASE_URL.`)
  }
}

/**
 * Allows connections over the socket only, which only the owner of its folder can reach. This also holds if someone
 * starts the server by hand.
 */
export function keepNetworkOut(data: string) {
  const file = join(data, 'pg_hba.conf')
  const rules = 'local all all trust\n'
  if (!existsSync(file) || readFileSync(file, 'utf8') !== rules) writeFileSync(file, rules)
}

/** Removes unfinished clusters of starts that were killed. A start that still makes its own removes it itself. */
export function removeUnfinished(folder: string) {
  for (const name of readdirSync(folder)) {
    const [, pid] = /^postgres-new-(\d+)$/.exec(name) ?? []
    // In a container, a start often has the number of the one before it.
    if (pid === undefined || (Number(pid) !== process.pid && send(Number(pid), 0))) continue
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch {
      // What a killed start has begun may still write. The next start removes its folder.
    }
  }
}
