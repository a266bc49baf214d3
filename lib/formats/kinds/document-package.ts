import type { Detected } from './file-kinds'
import { type Bytes, bytesAt } from './read-bytes'

/*
 * Office and OpenDocument documents are ZIP archives. The directory at the end of the archive names its parts, and says
 * what the document is and whether it contains macros. Nothing is unpacked.
 */

const endOfDirectory = Buffer.from('PK\x05\x06', 'latin1')
const partOfDirectory = Buffer.from('PK\x01\x02', 'latin1')

/** The largest directory that is read, in bytes. A long document has some thousand parts. */
const largestDirectory = 8 * 1024 * 1024

const main = [
  { part: /^word\/document\d*\.xml$/, kind: 'docx' },
  { part: /^xl\/workbook\d*\.xml$/, kind: 'xlsx' },
  { part: /^ppt\/presentation\d*\.xml$/, kind: 'pptx' },
] as const

const openDocuments = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
} as const

const macros = /(^|\/)vba(Project|Data)[^/]*$|^xl\/macrosheets\/|(^|\/)activeX\/|^(Basic|Scripts)\//i

/** Returns the kind of a document in an archive. */
export async function packageKind(file: Bytes, size: number): Promise<Detected> {
  const names = partsIn(await directoryOf(file, size))
  if (names.some((name) => macros.test(name))) return { refused: 'evidence_type_macros' }
  if (names.includes('[Content_Types].xml')) {
    const found = main.find(({ part }) => names.some((name) => part.test(name)))
    return found ? { kind: found.kind } : { refused: 'evidence_type_archive' }
  }
  const type = names.includes('mimetype') ? await declaredType(file) : ''
  return isOpenDocument(type) ? { kind: openDocuments[type] } : { refused: 'evidence_type_archive' }
}

const isOpenDocument = (type: string): type is keyof typeof openDocuments => Object.hasOwn(openDocuments, type)

/** Returns the directory of an archive, or nothing if it has none that can be read. */
async function directoryOf(file: Bytes, size: number) {
  // The end may have a comment of up to 64 KB.
  const tail = await bytesAt(file, Math.max(0, size - 65_557), 65_557)
  const end = tail.lastIndexOf(endOfDirectory)
  if (end === -1 || tail.length < end + 22) return Buffer.alloc(0)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  return length > largestDirectory ? Buffer.alloc(0) : bytesAt(file, start, length)
}

function partsIn(directory: Buffer) {
  const names: string[] = []
  for (let at = 0; at + 46 <= directory.length; ) {
    if (!directory.subarray(at, at + 4).equals(partOfDirectory)) break
    const [name, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place))
    if (name === undefined || extra === undefined || comment === undefined) break
    names.push(directory.toString('utf8', at + 46, at + 46 + name))
    at += 46 + name + extra + comment
  }
  return names
}

/** Returns the type that an OpenDocument declares in its first part, which is never compressed. */
async function declaredType(file: Bytes) {
  const head = await bytesAt(file, 0, 200)
  if (head.length < 30 || head.readUInt16LE(8) !== 0) return ''
  const start = 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  return head.toString('latin1', 30, 38) === 'mimetype'
    ? head.toString('latin1', start, start + head.readUInt32LE(22))
    : ''
}
