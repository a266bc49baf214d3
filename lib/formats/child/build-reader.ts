import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprintOf } from '@/lib/platform/fingerprint'

const folder = join('.next', 'cache', 'reader')

/** What the reader is built from. `lib/formats` may import nothing else. */
const sources = [
  ...['lib/domain', 'lib/formats', 'lib/platform', 'lib/reading', 'lib/suggestions'],
  ...['package-lock.json', 'tsconfig.json'],
]

let found: string | undefined

/**
 * Returns the program that reads files. Builds it first unless it was built from the same sources, because to translate
 * its code for each file would take longer than most files do.
 */
export async function builtReader(): Promise<string> {
  if (found === undefined || !existsSync(found)) found = await find()
  return found
}

/** Removes the programs that were built from older sources. */
export const removeBuiltReaders = () => rm(folder, { recursive: true, force: true })

async function find() {
  const fingerprint = fingerprintOf(sources).slice(0, 32)
  const place = join(folder, fingerprint)
  const program = join(place, 'main.mjs')
  if (existsSync(program)) return program
  const begun = join(folder, randomUUID())
  await bundle(begun)
  // Another process may have been quicker.
  await rename(begun, place).catch((error: unknown) => {
    if (!existsSync(program)) throw error
    return rm(begun, { recursive: true })
  })
  return program
}

/** Writes one file for what every format needs, and one for each format. */
async function bundle(outdir: string) {
  const { build } = await import('esbuild')
  await build({
    entryPoints: { main: 'lib/formats/child/main.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['react-server'],
    // Some packages are written for `require`.
    banner: {
      js: "import { createRequire as forPackages } from 'node:module'; const require = forPackages(import.meta.url)",
    },
    // It looks for its fonts and its worker in its own folder.
    external: ['pdfjs-dist'],
    logLevel: 'silent',
  })
}
