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

/** Reads the settings from the environment and from .env. The environment has priority. */
export function readSettings(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readEnvironment(process.env)
}

/** Creates the data folder if it is missing. */
export function openDataFolder({ DATA_DIR }: Environment) {
  try {
    // If we run as root, the database runs as another user, who must be able to pass through this folder.
    makeFolder(DATA_DIR, process.getuid?.() === 0 ? 0o711 : 0o700)
    accessSync(DATA_DIR, constants.R_OK | constants.W_OK | constants.X_OK)
    rmdirSync(mkdtempSync(join(DATA_DIR, '.try-')))
  } catch (error) {
    const why = error instanceof Error ? error.message : error
    throw new Problem(`The data folder ${DATA_DIR} can't be written (${why}): set DATA_DIR to one that can.`)
  }
}

/**
 * Creates the folders one by one, because `mkdirSync` with `recursive` never returns if none can be created, as in
 * /proc.
 */
function makeFolder(path: string, mode: number) {
  if (existsSync(path)) return
  makeFolder(dirname(path), mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if (!existsSync(path)) throw error // else another start has just created it
  }
}

/** Returns the address that people open. */
export function originOf({ NEXTAUTH_URL, HOST, PORT }: Environment) {
  return NEXTAUTH_URL ?? originAt(HOST, PORT)
}

type Published = { url: string; pooling?: Environment['DATABASE_POOLING'] }

/**
 * Writes what the start found out to the environment, where the product reads it. Import the product only after this
 * call.
 */
export function publish(settings: Environment, { url, pooling = 'session' }: Published) {
  process.env.DATABASE_URL = url
  process.env.DATABASE_POOLING = pooling
  process.env.NEXTAUTH_URL = originOf(settings)
  process.env.NEXTAUTH_SECRET = secretOf(settings)
}

/**
 * Returns the secret that signs sessions: the setting, or else one that is generated once and kept in the data folder.
 */
function secretOf({ NEXTAUTH_SECRET, DATA_DIR }: Environment) {
  if (NEXTAUTH_SECRET) return NEXTAUTH_SECRET

  const file = join(DATA_DIR, 'secret')
  if (!existsSync(file)) {
    const fresh = `${file}-${process.pid}`
    writeFileSync(fresh, randomBytes(32).toString('base64'), { mode: 0o600 })
    try {
      linkSync(fresh, file)
    } catch {
      // Another start was first, and its secret will do.
    }
    rmSync(fresh)
  }
  return readFileSync(file, 'utf8')
}
