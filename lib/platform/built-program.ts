import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprintOf } from './fingerprint'

/** A program that runs in a process of its own: its name, its first file, all that it is built from, and packages to leave out. */
export type Program = { name: string; entry: string; sources: readonly string[]; external: string[] }

const folderOf = ({ name }: Program) => join('.next', 'cache', name)

const found = new Map<string, string>()

/**
 * Returns the file of a program. Builds it first unless it was built from the same sources, because to translate its code
 * at each start would take longer than most of its work.
 */
export async function builtProgram(program: Program): Promise<string> {
  const known = found.get(program.name)
  const file = known !== undefined && existsSync(known) ? known : await find(program)
  found.set(program.name, file)
  return file
}

/** Removes what was built of a program from older sources. */
export const removeBuilt = (program: Program) => rm(folderOf(program), { recursive: true, force: true })

async function find(program: Program) {
  const fingerprint = fingerprintOf([...program.sources, 'package-lock.json', 'tsconfig.json']).slice(0, 32)
  const place = join(folderOf(program), fingerprint)
  const file = join(place, 'main.mjs')
  if (existsSync(file)) return file
  const begun = join(folderOf(program), randomUUID())
  await bundle(program, begun)
  // Another process may have been quicker.
  await rename(begun, place).catch((error: unknown) => {
    if (!existsSync(file)) throw error
    return rm(begun, { recursive: true })
  })
  return file
}

/** Writes one file for what is always needed, and one for each part that is loaded when it is needed. */
async function bundle({ entry, external }: Program, outdir: string) {
  const { build } = await import('esbuild')
  await build({
    entryPoints: { main: entry },
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
    external,
    logLevel: 'silent',
  })
}
