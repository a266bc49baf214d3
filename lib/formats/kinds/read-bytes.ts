import type { FileHandle } from 'node:fs/promises'

/** A file on the disk, or its content. */
export type Bytes = FileHandle | Buffer

/** Returns the bytes of a file from a place on. There are fewer than asked for where the file ends. */
export async function bytesAt(file: Bytes, start: number, length: number): Promise<Buffer> {
  if (Buffer.isBuffer(file)) return file.subarray(start, start + length)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start)
  return buffer.subarray(0, bytesRead)
}
