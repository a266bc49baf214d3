import type { ServerResponse } from 'node:http'
import failure from '@/lib/messages/en.failure.json'
import { language } from '@/lib/platform/i18n'
import { problemOf, problemType } from '@/lib/platform/problem'

/**
 * Next answers a page of ours that failed with an empty body, for its script to fill, and says nothing at all where a
 * route failed or doesn't take the method. In place of it goes a page that needs no script, or a problem as the API has
 * them, with the reference under which the log has the request.
 */
export function failPlainly(response: ServerResponse, reference: string) {
  const { write, end } = response
  const instead = () => (response.headersSent ? undefined : plainly(response, reference))

  Object.assign(response, {
    write(...given: unknown[]) {
      return instead() ? true : Reflect.apply(write, response, given)
    },
    end(...given: unknown[]) {
      const said = instead()
      if (!said) return Reflect.apply(end, response, given)
      for (const name of ['content-encoding', 'content-length', 'etag']) response.removeHeader(name)
      response.setHeader('content-type', said.type)
      return Reflect.apply(end, response, [said.body])
    },
  })
}

function plainly(response: ServerResponse, reference: string) {
  const { statusCode: status, req } = response
  const type = response.getHeader('content-type')
  if (status === 500 && String(type).startsWith('text/html')) return { type: String(type), body: page(reference) }
  if (type !== undefined || !req.url?.startsWith('/api/')) return undefined
  if (status === 405) return { type: problemType, body: JSON.stringify(problemOf(status, 'method_unknown')) }
  if (status === 500) return { type: problemType, body: JSON.stringify({ ...problemOf(status, 'failed'), reference }) }
  return undefined
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
