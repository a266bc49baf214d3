type Reader = (bytes: Uint8Array) => number | null

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => new DataView(buffer, byteOffset, byteLength)

const wordAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

/** Chunks of a length, a name, the content and its check, of which the last one is `IEND`. */
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
/** Within a scan: a byte 0xFF of the picture itself, and the places from which a reader can go on. */
const isOfScan = (marker: number) => marker === 0 || (marker >= 0xd0 && marker <= 0xd7)

/** Segments of a marker and a length, among them scans, which go on to the next marker; then the end's marker. */
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

/** Chunks of a name and a length, within one that says how long they all are. */
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

/** Where a picture ends among these bytes, by its own account; null if it does not: the file was cut off. */
export const pictureEnd = (type: PictureType, bytes: Uint8Array) => readers[type](bytes)
