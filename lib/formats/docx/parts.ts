import { RefusedFile } from '../file-refusals'
import { relationsIn, relationsOf } from '../package/relations'
import type { Archive } from '../package/zip'

/** Where the parts of a document are in its archive. All but its text may be missing. */
export type Parts = Record<'document', string> &
  Partial<Record<'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'settings' | 'core', string>> & {
    /** The headers and footers of its pages. */
    edges: string[]
  }

/** Finds the parts of a document by what refers to them. */
export function partsOf(archive: Archive): Parts {
  const top = relationsIn(archive, '')
  const document = top.get('officeDocument')
  if (document === undefined || !archive.entries.has(document)) throw new RefusedFile('file_unreadable')
  const related = relationsIn(archive, document)
  const named = ['styles', 'numbering', 'footnotes', 'endnotes', 'settings'] as const
  const edges = relationsOf(archive, document).filter(({ type }) => type === 'header' || type === 'footer')
  const parts: Parts = {
    document,
    edges: edges.map(({ target }) => target).filter((target) => archive.entries.has(target)),
  }
  for (const name of named) {
    const part = related.get(name)
    if (part !== undefined && archive.entries.has(part)) parts[name] = part
  }
  const core = top.get('core-properties')
  if (core !== undefined && archive.entries.has(core)) parts.core = core
  return parts
}
