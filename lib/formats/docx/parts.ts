import { posix } from 'node:path'
import { RefusedFile } from '../refused-file'
import { readXml } from './xml'
import type { Archive } from './zip'

/** Where the parts of a document are in its archive. All but its text may be missing. */
export type Parts = Record<'document', string> &
  Partial<Record<'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'settings' | 'core', string>>

/** Finds the parts of a document by what refers to them. */
export function partsOf(archive: Archive): Parts {
  const top = relationsIn(archive, '')
  const document = top.get('officeDocument')
  if (document === undefined || !archive.entries.has(document)) throw new RefusedFile('file_unreadable')
  const related = relationsIn(archive, document)
  const named = ['styles', 'numbering', 'footnotes', 'endnotes', 'settings'] as const
  const parts: Parts = { document }
  for (const name of named) {
    const part = related.get(name)
    if (part !== undefined && archive.entries.has(part)) parts[name] = part
  }
  const core = top.get('core-properties')
  if (core !== undefined && archive.entries.has(core)) parts.core = core
  return parts
}

/** Returns the parts that a part refers to, by the last word of what they are to it. */
function relationsIn(archive: Archive, part: string) {
  const folder = posix.dirname(part)
  const relations = new Map<string, string>()
  const at = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!archive.entries.has(at)) return relations
  readXml(archive, at, {
    open({ name, value }) {
      const type = value('Type')?.split('/').at(-1)
      const target = value('Target')
      if (name !== 'rel:Relationship' || type === undefined || target === undefined || relations.has(type)) return
      relations.set(type, target.startsWith('/') ? target.slice(1) : posix.join(folder, target))
    },
    close() {},
  })
  return relations
}
