import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FormRequest } from '@/lib/platform/receive-form'

type Fields = Record<string, string>

/** Returns a request that sends a file in a form. */
export function uploadOf(content: string | Uint8Array<ArrayBuffer>, name = 'letter.txt', fields: Fields = {}): Request {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new Blob([content]), name)
  return new Request('http://localhost/', { method: 'POST', body: form })
}

export const boundary = 'a-boundary'

/** Returns a request with exactly this body, in these parts. */
export function rawUpload(parts: string[], type = `multipart/form-data; boundary=${boundary}`): FormRequest {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(reader) {
      for (const part of parts) reader.enqueue(new Uint8Array(Buffer.from(part, 'latin1')))
      reader.close()
    },
  })
  return { headers: new Headers({ 'content-type': type }), body, signal: new AbortController().signal }
}

/** Returns the sizes of all files in the store of a data folder, those that are arriving and the others. */
export async function storedIn(folder: string) {
  const names = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])
  const files = names.filter((entry) => entry.isFile())
  const read = (inside: boolean) =>
    Promise.all(
      files
        .filter(({ parentPath }) => parentPath.endsWith('incoming') === inside)
        .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
    )
  return { arriving: await read(true), stored: await read(false) }
}
