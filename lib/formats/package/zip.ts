import { Inflate } from 'fflate'
import { RefusedFile } from '../file-refusals'

/** A part of an archive: where its bytes begin, how many there are, and whether they are compressed. */
type Entry = { at: number; size: number; method: number }

/** An archive whose parts are unpacked one by one. `left` is how many bytes of `most` they may still unpack to. */
export type Archive = { content: Buffer; entries: ReadonlyMap<string, Entry>; most: number; left: number }

const endOfDirectory = Buffer.from('PK\x05\x06', 'latin1')
const partOfDirectory = 0x02014b50
const partOfArchive = 0x04034b50
/** How many bytes the parts of a text document unpack to, at most. */
const mostUnpacked = 128 * 1024 * 1024
const mostEntries = 20_000
/** How much is unpacked at a time. It becomes up to a thousand times as much. */
const piece = 16 * 1024

/** Reads the directory of an archive. */
export function openArchive(content: Buffer, most = mostUnpacked): Archive {
  const end = content.lastIndexOf(endOfDirectory)
  if (end === -1 || end + 22 > content.length) throw new RefusedFile('file_unreadable')
  const entries = new Map<string, Entry>()
  let at = content.readUInt32LE(end + 16)
  while (at + 46 <= end && content.readUInt32LE(at) === partOfDirectory && entries.size < mostEntries) {
    if (content.readUInt16LE(at + 8) & 1) throw new RefusedFile('file_encrypted')
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((place) => content.readUInt16LE(at + place))
    const method = content.readUInt16LE(at + 10)
    const entry = { at: content.readUInt32LE(at + 42), size: content.readUInt32LE(at + 20), method }
    entries.set(content.toString('utf8', at + 46, at + 46 + name), entry)
    at += 46 + name + extra + comment
  }
  return { content, entries, most, left: most }
}

/**
 * Unpacks a part piece by piece, with the share of the part that has been read. Counts what it really unpacks to, not
 * what the archive says.
 */
export function unpack(archive: Archive, name: string, take: (piece: Uint8Array, share: number) => void) {
  const { content, entries } = archive
  const entry = entries.get(name)
  if (!entry || entry.at + 30 > content.length || content.readUInt32LE(entry.at) !== partOfArchive) {
    throw new RefusedFile('file_unreadable')
  }
  const start = entry.at + 30 + content.readUInt16LE(entry.at + 26) + content.readUInt16LE(entry.at + 28)
  const packed = content.subarray(start, start + entry.size)
  let share = 0
  const counted = (part: Uint8Array) => {
    archive.left -= part.length
    if (archive.left < 0) throw new RefusedFile('file_too_large_unpacked', { maximum: archive.most / 1024 ** 2 })
    take(part, share)
  }
  if (entry.method !== 0 && entry.method !== 8) throw new RefusedFile('file_unreadable')
  const inflate = new Inflate(counted)
  for (let at = 0; at === 0 || at < packed.length; at += piece) {
    const part = packed.subarray(at, at + piece)
    share = Math.min((at + piece) / packed.length, 1)
    if (entry.method === 0) counted(part)
    else inflate.push(part, share === 1)
  }
}
