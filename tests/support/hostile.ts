import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type Address, addressesOf } from './addresses'
import { encoded, field, json, known, query, text } from './hostile-values'
import { boundary, type Sent } from './raw-request'

const header = fc.constantFrom(
  ...[
    'rsc',
    'next-router-state-tree',
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'next-url',
    'next-action',
  ],
  ...[
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'origin',
    'accept',
    'accept-encoding',
    'range',
    'cookie',
  ],
  ...[
    'if-none-match',
    'if-modified-since',
    'idempotency-key',
    'x-middleware-subrequest',
    'x-nextjs-data',
    'x-matched-path',
  ],
  ...[
    'x-invoke-path',
    'x-http-method-override',
    'sec-fetch-site',
    'sec-fetch-dest',
    'expect-ct',
    'content-encoding',
    'purpose',
  ],
)

const headers = fc
  .array(
    fc.tuple(header, fc.oneof(text, fc.constantFrom('1', '2', '/_tree', 'gzip;q=x', 'bytes=9-1', '["",{},null,null]'))),
    { maxLength: 4 },
  )
  // Node's own client sends nothing else.
  .map((pairs) =>
    Object.fromEntries(pairs.map(([name, value]) => [name, value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')])),
  )

const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND')

/** Addresses with some text for each of their parameters. */
const pathIn = (addresses: Address[]) =>
  fc
    .tuple(fc.constantFrom(...addresses), fc.array(fc.oneof(known, text), { minLength: 3, maxLength: 3 }))
    .map(([{ path }, values]) =>
      path.replace(/\[[^/]*\]/g, () => encoded(values.shift() ?? '')).replace(/[^\x21-\x7e]/g, '?'),
    )

const part = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

const actions = Object.keys(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')).node)

const reply = fc.oneof(
  fc.constantFrom(
    '["$@0"]',
    '["$K1"]',
    '["$Q1"]',
    '["$W1"]',
    '["$F1"]',
    '[{},"$F1"]',
    '["$n9"]',
    '["$D"]',
    '["$1:a:b"]',
    '["$B1"]',
    '["$Z"]',
    '["$r0"]',
  ),
  json.map((one) => `[${one}]`),
  json,
)

const name = fc.oneof(
  field,
  fc.constantFrom('0', '1', '_1_a', '_1_id', '$ACTION_REF_1', '$ACTION_1:0', '$ACTION_1:1', '$ACTION_KEY', 'a"b'),
)

const multipart = fc
  .tuple(
    fc.array(fc.tuple(name, fc.oneof(text, reply)), { maxLength: 6 }),
    fc.constantFrom(`--${boundary}--\r\n`, `--${boundary}`, '', `--${boundary}\r\nContent-`),
  )
  .map(([parts, end]) => parts.map(([name, value]) => part(name, value)).join('') + end)

/** A form as React sends it with JavaScript, with the list of arguments last and hostile texts in its fields. */
const form = fc
  .array(fc.tuple(field, fc.oneof(text, known)), { maxLength: 8 })
  .map(
    (fields) =>
      `${fields.map(([name, value]) => part(`_1_${name}`, value)).join('')}${part('0', '[{},"$K1"]')}--${boundary}--\r\n`,
  )

const pages = addressesOf('page')
const routes = addressesOf('route')
const multipartType = `multipart/form-data; boundary=${boundary}`

/** Hostile requests to every address and every form of the product. */
export const hostileRequests: Record<string, fc.Arbitrary<Sent>> = {
  'every route': fc
    .record(
      { method, path: pathAnd(routes), headers, body: fc.option(json, { nil: undefined }) },
      { requiredKeys: ['method', 'path', 'headers'] },
    )
    .map(readOnly),
  'every page': fc.record({ method, path: pathAnd(pages), headers }),
  'every form': fc
    .tuple(fc.constantFrom(...actions), pathIn(pages), fc.oneof(form, multipart), headers)
    .map(([action, path, body, more]) => ({
      method: 'POST',
      path,
      body,
      headers: { ...more, 'next-action': action, 'content-type': multipartType },
    })),
  'every action, called by hand': fc
    .tuple(fc.constantFrom(...actions, 'x', '0'.repeat(42)), pathIn(pages), reply)
    .map(([action, path, body]) => ({
      method: 'POST',
      path,
      body,
      headers: { 'next-action': action, 'content-type': 'text/plain' },
    })),
  'every form without script': fc
    .tuple(pathIn(pages), multipart)
    .map(([path, body]) => ({ method: 'POST', path, body, headers: { 'content-type': multipartType } })),
}

function pathAnd(addresses: Address[]) {
  return fc.tuple(pathIn(addresses), query).map(([path, asked]) => (asked ? `${path}?${asked}` : path))
}

/** Removes the body from a request that cannot have one. */
function readOnly({ body, ...rest }: Omit<Sent, 'body'> & { body?: string | undefined }): Sent {
  return body === undefined || rest.method === 'TRACE' ? rest : { ...rest, body }
}
