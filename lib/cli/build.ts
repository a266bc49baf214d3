import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run'

/** The files from which the pages are built. They include all of `lib` but the command line. */
const sources = [
  ...['app', 'lib', 'prisma', 'public', 'instrumentation.ts'],
  ...['next.config.js', 'package-lock.json', 'tsconfig.json'],
]
const mark = '.next/built-from'

/** Builds the pages, unless they were already built from the same sources. Needs no database. */
export async function build(signal: AbortSignal) {
  const fingerprint = fingerprintOf(sources)
  if (fingerprint === read(mark)) return

  console.log('Building the pages (under a minute) …')
  rmSync(mark, { force: true })
  await run('node_modules/next/dist/bin/next', ['build'], "The pages couldn't be built: above is why.", signal)
  writeFileSync(mark, fingerprint)
}

function read(file: string) {
  return statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8') : null
}

/** Compares files by content, because a copy, a checkout or an upgrade from an archive can change their times. */
function fingerprintOf(paths: string[]) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesIn).filter(isPart))
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const isPart = (file: string) => !file.startsWith(join('lib', 'cli'))

function filesIn(path: string): string[] {
  const there = statSync(path, { throwIfNoEntry: false })
  if (!there) return []
  return there.isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path]
}
