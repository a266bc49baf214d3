import type { FileHandle } from 'node:fs/promises'

/** Returns the bytes of a file from a place on. There are fewer than asked for where the file ends. */
export async function bytesAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start)
  return buffer.subarray(0, bytesRead)
}
