import 'server-only'
import { link, mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FilePlace } from './file-place'

const chunk = 64 * 1024

/** Keeps files in a folder of this machine. The arriving file must be on the same disk: it is linked, not copied. */
export const fileFolder = (folder: string): FilePlace => {
  const placeOf = (key: string) => join(folder, key)

  return {
    async put(key, { path }) {
      await mkdir(dirname(placeOf(key)), { recursive: true, mode: 0o700 })
      await link(path, placeOf(key))
    },

    remove: (key) => rm(placeOf(key), { force: true }),

    async open(key) {
      const path = placeOf(key)
      if (!(await stat(path).catch(() => undefined))) return undefined
      const opened: { file?: Awaited<ReturnType<typeof open>> } = {}
      const close = async () => opened.file?.close()
      return new ReadableStream(
        {
          async pull(reader) {
            opened.file ??= await open(path)
            const { bytesRead, buffer } = await opened.file.read(new Uint8Array(chunk), 0, chunk)
            if (bytesRead > 0) return reader.enqueue(buffer.subarray(0, bytesRead))
            await close()
            reader.close()
          },
          cancel: close,
        },
        { highWaterMark: 0 },
      )
    },
  }
}
