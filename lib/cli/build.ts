import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run'

/** What a build is made from. Of lib, the command line is no part of it. */
const sources = [
  ...['app', 'lib', 'prisma', 'public', 'instrumentation.ts'],
  ...['next.config.js', 'package-lock.json', 'tsconfig.json'],
]
const mark = '.next/built-from'

/** Builds the pages, unless what stands was built from just these sources. A build needs no database. */
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

/** By content: times lie, as after a copy, a checkout or an upgrade from an archive. */
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
