import type { Detected, FileKind } from './file-kinds'
import { type Bytes, bytesAt } from './read-bytes'

/*
 * Documents of older Office versions and messages of Outlook are compound files: a small file system of sectors. Its
 * directory names the streams, which say what the document is and whether it contains macros. Chains of sectors are
 * followed only as far as a file of this size can reach, so a file whose chains run in a circle ends too.
 */

const kinds: Partial<Record<string, FileKind>> = {
  WordDocument: 'doc',
  Workbook: 'xls',
  Book: 'xls',
  'PowerPoint Document': 'ppt',
  '__properties_version1.0': 'msg',
}

const macros = /^(Macros|VBA|_VBA_PROJECT|_VBA_PROJECT_CUR)$/i

/** The largest number of sectors of the directory that is read. */
const mostOfDirectory = 4_000

/** Returns the kind of an older Office document or a message. */
export async function compoundKind(file: Bytes, size: number): Promise<Detected> {
  const names = await streamsIn(file, size)
  if (names.some((name) => macros.test(name))) return { refused: 'evidence_type_macros' }
  if (names.includes('EncryptedPackage')) return { refused: 'evidence_type_locked' }
  const kind = names.map((name) => kinds[name]).find((found) => found !== undefined)
  return kind ? { kind } : { refused: 'evidence_type_unknown' }
}

/** Returns the names in the directory. */
async function streamsIn(file: Bytes, size: number): Promise<string[]> {
  const head = await bytesAt(file, 0, 512)
  if (head.length < 512) return []
  const shift = head.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return []
  const length = 2 ** shift
  const readSector = (sector: number) => bytesAt(file, (sector + 1) * length, length)
  const tables = await tablesOf(head, readSector, size / length)
  const names: string[] = []
  let sector = head.readUInt32LE(48)
  for (let count = 0; count < mostOfDirectory && sector < size / length; count++) {
    names.push(...namesIn(await readSector(sector)))
    const table = tables[Math.floor(sector / (length / 4))]
    if (table === undefined) break
    const links = await readSector(table)
    const at = (sector % (length / 4)) * 4
    if (links.length < at + 4) break
    sector = links.readUInt32LE(at)
  }
  return names
}

type ReadSector = (sector: number) => Promise<Buffer>

/** Returns the sectors that contain the chains. The head names the first 109, and further sectors the others. */
async function tablesOf(head: Buffer, readSector: ReadSector, most: number) {
  const tables = Array.from({ length: 109 }, (_, place) => head.readUInt32LE(76 + place * 4))
  let further = head.readUInt32LE(68)
  while (further < most && tables.length < most) {
    const sector = await readSector(further)
    if (sector.length < 4) break
    for (let at = 0; at + 8 <= sector.length; at += 4) tables.push(sector.readUInt32LE(at))
    further = sector.readUInt32LE(sector.length - 4)
  }
  return tables.map((table) => (table < most ? table : undefined))
}

/** Returns the names in a sector of the directory, whose entries have 128 bytes. */
function namesIn(sector: Buffer) {
  const names: string[] = []
  for (let at = 0; at + 128 <= sector.length; at += 128) {
    const length = sector.readUInt16LE(at + 64)
    if (length >= 2 && length <= 64) names.push(sector.toString('utf16le', at, at + length - 2))
  }
  return names
}
