import { posix } from 'node:path'
import { readXml } from './xml'
import type { Archive } from './zip'

/** What a part of an archive refers to: by which ID, what it is to the part, and where it is in the archive. */
type Relation = { id: string; type: string; target: string }

/** Returns what a part refers to. The part without a name is the archive. */
export function relationsOf(archive: Archive, part: string): Relation[] {
  const folder = posix.dirname(part)
  const relations: Relation[] = []
  const at = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!archive.entries.has(at)) return relations
  readXml(archive, at, {
    open({ name, value }) {
      const type = value('Type')?.split('/').at(-1)
      const target = value('Target')
      if (name !== 'rel:Relationship' || type === undefined || target === undefined) return
      const place = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      relations.push({ id: value('Id') ?? '', type, target: place })
    },
    close() {},
  })
  return relations
}

/** Returns the first part of each type that a part refers to. */
export const relationsIn = (archive: Archive, part: string): ReadonlyMap<string, string> =>
  new Map(
    relationsOf(archive, part)
      .toReversed()
      .map(({ type, target }) => [type, target]),
  )
