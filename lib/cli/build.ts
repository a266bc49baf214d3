import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtReader, removeBuiltReaders } from '@/lib/formats/child/build-reader'
import { fingerprintOf } from '@/lib/platform/fingerprint'
import { builtWriter, removeBuiltWriters } from '@/lib/publications/child/build-writer'
import { run } from './run'

/** The files from which the pages are built. They include all of `lib` but the command line. */
const sources = [
  ...['app', 'lib', 'prisma', 'public', 'instrumentation.ts'],
  ...['next.config.js', 'package-lock.json', 'tsconfig.json'],
]
const mark = '.next/built-from'

/**
 * Builds the pages and the programs that read and write files, unless they were already built from the same sources. Needs
 * no database.
 */
export async function build(signal: AbortSignal) {
  const fingerprint = fingerprintOf(sources, isPart)
  if (fingerprint === read(mark)) return

  console.log('Building the pages (under a minute) …')
  rmSync(mark, { force: true })
  await run('node_modules/next/dist/bin/next', ['build'], "The pages couldn't be built: above is why.", signal)
  await removeBuiltReaders()
  await builtReader()
  await removeBuiltWriters()
  await builtWriter()
  writeFileSync(mark, fingerprint)
}

function read(file: string) {
  return statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8') : null
}

const isPart = (file: string) => !file.startsWith(join('lib', 'cli'))
