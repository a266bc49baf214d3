import { currentRequest } from './request-scope'

type Attachment = { name: string; type: string; bytes: number; content: ReadableStream<Uint8Array<ArrayBuffer>> }

/** Returns a file as a response. Browsers save it under its name and never show or run it (RFC 6266). */
export function respondAttachment({ name, type, bytes, content }: Attachment) {
  // Next leaves this header out of a response of its own.
  currentRequest()?.setHeader('content-length', String(bytes))
  return new Response(content, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plainly(name)}"; filename*=UTF-8''${encoded(name)}`,
    },
  })
}

/** Returns a name for old clients, in ASCII. */
const plainly = (name: string) => name.replace(/[^\x20-\x7e]|["\\%]/g, '_')

/** Encodes a name as RFC 8187 wants. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
