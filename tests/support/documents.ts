import { crc32 } from 'node:zlib'

/** Returns a ZIP archive with these parts, uncompressed. */
export function zipOf(parts: Record<string, string>): Buffer<ArrayBuffer> {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const [called, content] = [Buffer.from(name), Buffer.from(text)]
    const sizes = Buffer.alloc(16)
    sizes.writeUInt32LE(crc32(content), 0)
    sizes.writeUInt32LE(content.length, 4)
    sizes.writeUInt32LE(content.length, 8)
    sizes.writeUInt16LE(called.length, 12)
    const head = Buffer.from('PK\x03\x04\x14\0\0\0\0\0\0\0\0\0', 'latin1')
    bodies.push(head, sizes, called, content)
    const entry = Buffer.from('PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0', 'latin1')
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(entry, sizes, rest, called)
    at += head.length + sizes.length + called.length + content.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1')
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, listed, end])
}

/** Returns a compound file whose directory has these names, four in each sector. */
export function compoundOf(...names: string[]): Buffer<ArrayBuffer> {
  const sectors = Math.ceil(names.length / 4)
  const head = Buffer.alloc(512, 0xff)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head)
  head.fill(0, 8, 76)
  head.writeUInt16LE(9, 30)
  head.writeUInt32LE(1, 44)
  head.writeUInt32LE(1, 48)
  head.writeUInt32LE(0xfffffffe, 68)
  head.writeUInt32LE(0, 76)
  const chains = Buffer.alloc(512, 0xff)
  for (let sector = 1; sector < sectors; sector++) chains.writeUInt32LE(sector + 1, sector * 4)
  chains.writeUInt32LE(0xfffffffe, sectors * 4)
  const directory = Buffer.alloc(sectors * 512)
  for (const [place, name] of names.entries()) {
    directory.write(name, place * 128, 'utf16le')
    directory.writeUInt16LE(name.length * 2 + 2, place * 128 + 64)
  }
  return Buffer.concat([head, chains, directory])
}
