import type { ServerResponse } from 'node:http'
import failure from '@/lib/messages/en.failure.json'
import { language } from '@/lib/platform/i18n'

/**
 * Next answers a page of ours that failed with an empty body, for its script to fill: in place of it goes a page that
 * needs no script, with the reference under which the log has the request.
 */
export function failPlainly(response: ServerResponse, reference: string) {
  const { write, end } = response
  const fails = () => response.statusCode === 500 && String(response.getHeader('content-type')).startsWith('text/html')

  Object.assign(response, {
    write(...given: unknown[]) {
      return fails() && !response.headersSent ? true : Reflect.apply(write, response, given)
    },
    end(...given: unknown[]) {
      if (!fails() || response.headersSent) return Reflect.apply(end, response, given)
      for (const name of ['content-encoding', 'content-length', 'etag']) response.removeHeader(name)
      return Reflect.apply(end, response, [page(reference)])
    },
  })
}

const page = (reference: string) => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${failure.title}</title>
<h1>${failure.title}</h1>
<p>${failure.about}</p>
<p>${failure.reference} <code>${reference}</code></p>
<p><a href="">${failure.again}</a> <a href="/">${failure.home}</a></p>
</html>
`
