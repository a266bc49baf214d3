type Reader = (bytes: Uint8Array) => number | null

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => new DataView(buffer, byteOffset, byteLength)

const wordAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

/**
 * Finds the end of a PNG image. It consists of chunks with a length, a name, content and a checksum; the last chunk is
 * `IEND`.
 */
const endOfPng: Reader = (bytes) => {
  const view = viewOf(bytes)
  let drawn = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = wordAt(bytes, at + 4)
    drawn ||= name === 'IDAT'
    at += 12 + view.getUint32(at)
    if (name === 'IEND') return drawn && at <= bytes.length ? at : null
  }
  return null
}

const markers = { end: 0xd9, scan: 0xda }
/**
 * The byte after 0xFF within a scan: 0x00 for a byte of the image itself, or a place from which a reader can resume.
 */
const isOfScan = (marker: number) => marker === 0 || (marker >= 0xd0 && marker <= 0xd7)

/**
 * Finds the end of a JPEG image. It consists of segments with a marker and a length, among them scans, which continue
 * to the next marker. The last marker is the end.
 */
const endOfJpeg: Reader = (bytes) => {
  const view = viewOf(bytes)
  let drawn = false
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    if (marker === markers.end) return drawn ? at + 2 : null
    if (marker === 0xff) at += 1
    else if (at + 4 > bytes.length) return null
    else at += 2 + view.getUint16(at + 2)
    if (marker !== markers.scan) continue
    drawn = true
    while (at < bytes.length && (bytes[at] !== 0xff || isOfScan(bytes[at + 1] ?? 0))) at += 1
  }
  return null
}

/**
 * Finds the end of a WebP image. It consists of chunks with a name and a length, within one chunk that gives the total
 * length.
 */
const endOfWebp: Reader = (bytes) => {
  const view = viewOf(bytes)
  const end = 8 + view.getUint32(4, true)
  let drawn = false
  let at = 12
  while (at + 8 <= end && end <= bytes.length) {
    drawn ||= ['VP8 ', 'VP8L', 'ANMF'].includes(wordAt(bytes, at))
    const size = view.getUint32(at + 4, true)
    at += 8 + size + (size % 2)
  }
  return drawn && at === end ? end : null
}

const readers = { 'image/png': endOfPng, 'image/jpeg': endOfJpeg, 'image/webp': endOfWebp }

export type PictureType = keyof typeof readers

/**
 * Returns the offset at which an image ends, by its own data. Returns null if it does not end, because the file was cut
 * off.
 */
export const pictureEnd = (type: PictureType, bytes: Uint8Array) => readers[type](bytes)
