import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Returns a fingerprint of files and of all files in folders, by content: a copy, a checkout or an upgrade from an
 * archive can change their times. Paths that do not exist count as empty.
 */
export function fingerprintOf(paths: readonly string[], counts: (file: string) => boolean = () => true) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesIn).filter(counts))
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  const there = statSync(path, { throwIfNoEntry: false })
  if (!there) return []
  return there.isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path]
}
