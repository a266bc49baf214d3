import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Environment, readEnvironment } from '@/lib/platform/environment'
import { originAt } from '@/lib/platform/network'
import { Problem } from './problem'

/** The settings of the environment and of .env; what is set already stays. */
export function readSettings(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readEnvironment(process.env)
}

/** Makes the data folder where it is missing. */
export function openDataFolder({ DATA_DIR }: Environment) {
  try {
    // As root, the database runs as somebody else, who must get past this folder to their own.
    makeFolder(DATA_DIR, process.getuid?.() === 0 ? 0o711 : 0o700)
    accessSync(DATA_DIR, constants.R_OK | constants.W_OK | constants.X_OK)
    rmdirSync(mkdtempSync(join(DATA_DIR, '.try-')))
  } catch (error) {
    const why = error instanceof Error ? error.message : error
    throw new Problem(`The data folder ${DATA_DIR} can't be written (${why}): set DATA_DIR to one that can.`)
  }
}

/** One by one: where none can be made, as in /proc, `mkdirSync` tries for ever to make a folder with those above it. */
function makeFolder(path: string, mode: number) {
  if (existsSync(path)) return
  makeFolder(dirname(path), mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if (!existsSync(path)) throw error // else another start has just made it
  }
}

/** The address that people open. */
export function originOf({ NEXTAUTH_URL, HOST, PORT }: Environment) {
  return NEXTAUTH_URL ?? originAt(HOST, PORT)
}

type Published = { url: string; pooling?: Environment['DATABASE_POOLING'] }

/** Puts what was found out into the environment, where the product reads it: import it only after this. */
export function publish(settings: Environment, { url, pooling = 'session' }: Published) {
  process.env.DATABASE_URL = url
  process.env.DATABASE_POOLING = pooling
  process.env.NEXTAUTH_URL = originOf(settings)
  process.env.NEXTAUTH_SECRET = secretOf(settings)
}

/** What signs sessions: as set, or else made once and kept in the data folder. */
function secretOf({ NEXTAUTH_SECRET, DATA_DIR }: Environment) {
  if (NEXTAUTH_SECRET) return NEXTAUTH_SECRET

  const file = join(DATA_DIR, 'secret')
  if (!existsSync(file)) {
    const fresh = `${file}-${process.pid}`
    writeFileSync(fresh, randomBytes(32).toString('base64'), { mode: 0o600 })
    try {
      linkSync(fresh, file)
    } catch {
      // Another start was first: its secret is ours too.
    }
    rmSync(fresh)
  }
  return readFileSync(file, 'utf8')
}
