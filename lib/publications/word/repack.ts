import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The earliest date that an archive can give its parts, from local parts, so that every time zone writes the same. */
const dateOfParts = new Date(1980, 0, 1)

/**
 * Writes the parts of an Office file in one order and with one date, also those of files within it, and sets the moments
 * that the file says it was made and changed. So the same parts give the same bytes.
 */
export function repack(content: Uint8Array, moment: string): Uint8Array {
  const ids = new Map<string, string>()
  const parts = Object.entries(unzipSync(content)).sort(([one], [other]) => (one < other ? -1 : 1))
  const settled = parts.map(([name, part]) => [name, settle(name, part, moment, ids)] as const)
  return zipSync(Object.fromEntries(settled), { mtime: dateOfParts, level: 6 })
}

function settle(name: string, part: Uint8Array, moment: string, ids: Map<string, string>) {
  if (/\.(xlsx|docx)$/.test(name)) return repack(part, moment)
  if (linking.test(name)) return strToU8(renamed(strFromU8(part), ids))
  if (name !== 'docProps/core.xml') return part
  return strToU8(strFromU8(part).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`))
}

/** The parts that name other parts. */
const linking = /\.rels$|^word\/(document|charts\/[^/]+)\.xml$/

/** Numbers the links to other parts, whose names are random. A name that people wrote stands outside of tags. */
const renamed = (part: string, ids: Map<string, string>) =>
  part.replace(/(<[^<>]*?\s(?:Id|r:id)=")(rId[\w-]{21})(?=")/g, (_, before: string, id: string) => {
    const name = ids.get(id) ?? `rIdOwn${ids.size + 1}`
    ids.set(id, name)
    return before + name
  })
