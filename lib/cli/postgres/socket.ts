import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../problem'
import type { Account } from './account'

const name = '.s.PGSQL.5432'
/** The longest path of a socket on macOS, which allows the fewest bytes: 104 with the final zero. */
const longest = 103

/** Returns the folder of the server's socket: the data folder or, if its path is too long, a private folder in /tmp. */
export function socketFolder(data: string) {
  if (Buffer.byteLength(join(data, name)) <= longest) return data
  return `/tmp/followthrough-${createHash('sha256').update(data).digest('hex').slice(0, 24)}`
}

/**
 * Creates the folder of the socket, if it is not the data folder. Only we may use it, so that no other program can
 * listen there in our place.
 */
export function makeSocketFolder(folder: string, data: string, account: Account) {
  if (folder === data) return
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
  const there = lstatSync(folder)
  const owners = [lstatSync(data).uid, process.getuid?.()]
  if (!there.isDirectory() || !owners.includes(there.uid) || (there.mode & 0o077) !== 0) {
    throw new Problem(`${folder} belongs to somebody else: set DATA_DIR to a shorter path.`)
  }
  account.own(folder)
}

export const addressOf = (folder: string, database: string) =>
  `postgresql://app@localhost/${database}?host=${encodeURIComponent(folder)}`
