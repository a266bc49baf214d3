import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { boundHeaders, hasTooManyFields, hasTooManyParameters } from '@/lib/server/request-bounds'

test('of a long header the beginning is kept', () => {
  const headers = { 'user-agent': 'a'.repeat(15_000), 'accept-language': 'fr', cookie: 'c'.repeat(5_000) }
  boundHeaders(headers)
  expect(headers).toEqual({ 'user-agent': 'a'.repeat(500), 'accept-language': 'fr', cookie: 'c'.repeat(5_000) })
})

test('an address has at most 500 parameters', () => {
  expect(hasTooManyParameters(`/?${'a&'.repeat(500)}`)).toBe(false)
  expect(hasTooManyParameters(`/?${'a&'.repeat(501)}`)).toBe(true)
})

const request = (url: string, type: string) =>
  Object.assign(new IncomingMessage(new Socket()), { url, headers: { 'content-type': type } })

const part = '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n\r\n'

test.each([
  ['multipart/form-data; boundary=b', part],
  ['multipart/form-data; charset=utf-8; boundary="b"', part],
  ['application/x-www-form-urlencoded', 'x=&'],
])('fields of %s are counted, and a form has at most 2,500', (type, field) => {
  const of = (count: number) => Buffer.from(field.repeat(count))
  expect(hasTooManyFields(request('/sign-in', type), of(2_500))).toBe(false)
  expect(hasTooManyFields(request('/sign-in', type), of(2_501))).toBe(true)
})
