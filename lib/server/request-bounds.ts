import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/*
 * Limits on the parts of a request that Next reads before our own code runs. Next takes a time for them that grows
 * faster than their length, so they are checked before Next gets the request.
 */

/** The longest header value that is kept, in characters. Real browsers send shorter ones. */
const longestHeader = 500

/** The largest number of parameters in a URL. */
const mostParameters = 500

/** The largest number of fields in a form. */
const mostFields = 2_500

export function boundHeaders(headers: IncomingHttpHeaders) {
  for (const name of ['user-agent', 'accept-language', 'referer']) {
    const value = headers[name]
    if (typeof value === 'string' && value.length > longestHeader) headers[name] = value.slice(0, longestHeader)
  }
}

/** The routes that read a file as it arrives. */
const uploads =
  /^((\/api\/v1)?\/assignments\/[^/?]+\/evidence|\/api\/v1\/(documents|sheets)\/import|\/(documents|sheets)\/import\/file|\/verify\/file)(\?|$)/

/**
 * Returns whether a request sends a file that its route reads as it arrives. Its body is not kept in memory, may be
 * larger, and may take longer.
 */
export const isUpload = ({ method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>) =>
  method === 'POST' && uploads.test(url) && /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')

export const hasTooManyParameters = (url: string) => hasMore(url, '&', mostParameters)

/** Returns whether a body is a form, which Next reads field by field. */
export const isForm = ({ headers }: IncomingMessage) =>
  /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(headers['content-type'] ?? '')

/** Returns whether a form has more fields than any page sends. Counts the separators between the fields. */
export function hasTooManyFields({ headers }: IncomingMessage, body: Buffer) {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(headers['content-type'] ?? '') ?? []
  const boundary = quoted ?? bare
  return hasMore(body, boundary === undefined ? '&' : `--${boundary}`, mostFields)
}

function hasMore(text: string | Buffer, mark: string, most: number) {
  let count = 0
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length))
    if (++count > most) return true
  return false
}
