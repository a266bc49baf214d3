import { type SpawnOptions, spawnSync } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '../problem'

type Program = { file: string; args: string[]; options: SpawnOptions }

/** The account that runs PostgreSQL, which refuses to run as root. */
export type Account = {
  own(folder: string): void
  program(file: string, args: string[]): Program
}

/** Returns our own account. For root, returns the owner of the data folder, or else `postgres`, or else `nobody`. */
export function accountFor(data: string): Account {
  // Detached, so that Ctrl-C reaches only our process: it finishes the requests before it stops the database.
  // PostgreSQL gets only the variables that a program needs to run. Our environment contains secrets.
  const options: SpawnOptions = { cwd: '/', detached: true, env: environment() }
  if (process.getuid?.() !== 0) return { own() {}, program: (file, args) => ({ file, args, options }) }

  const { uid, gid } = ownerOf(data) ?? userNamed('postgres') ?? userNamed('nobody') ?? nobodyThere()
  return {
    own: (folder) => chownSync(folder, uid, gid),
    program(file, args) {
      const reachable = [file, data].every((path) => isOpen(dirname(path)))
      if (reachable) return { file, args, options: { ...options, uid, gid } }
      return { file: 'setpriv', args: [...passingClosedFolders(uid, gid), file, ...args], options }
    },
  }
}

const inherited = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'LANG', 'LC_ALL', 'TMPDIR']

const environment = () => ({
  NODE_ENV: process.env.NODE_ENV,
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => inherited.includes(name))),
})

function ownerOf(data: string) {
  const owner = statSync(data, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? owner : null
}

function userNamed(name: string) {
  const id = (kind: string) => spawnSync('id', [kind, name], { encoding: 'utf8' }).stdout.trim()
  const [uid, gid] = [id('-u'), id('-g')]
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

function nobodyThere(): never {
  throw new Problem('PostgreSQL refuses to run as root, and there is no user `nobody`: start as another user.')
}

/** Returns whether everyone may pass through this folder and its parents. */
function isOpen(folder: string): boolean {
  const passable = (statSync(folder).mode & 0o001) !== 0
  return passable && (folder === dirname(folder) || isOpen(dirname(folder)))
}

/**
 * Lets PostgreSQL pass through a folder that is closed to others, such as root's home. It gets no other right there.
 */
function passingClosedFolders(uid: number, gid: number) {
  const only = '-all,+dac_override'
  const rights = [`--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`]
  return ['--securebits=+no_setuid_fixup', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...rights]
}
