import { expect, test } from 'vitest'
import { config } from '@/lib/platform/config'
import { type FormRequest, readRest, receiveForm } from '@/lib/platform/receive-form'
import { boundary, rawUpload, storedIn } from '../support/uploads'

const nothing = { arriving: [], stored: [] }
const part = (disposition: string, content: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`
const end = `--${boundary}--\r\n`
const file = part('name="file"; filename="a.txt"', 'words')

const receive = (request: FormRequest) => receiveForm(request, 1000)

test('a form is read, with its file in the store', async () => {
  const form = await receive(rawUpload([part('name="title"', 'Letter'), file, part('name="from"', ''), end]))
  expect(form).toMatchObject({ fields: { title: 'Letter', from: '' }, file: { sentAs: 'a.txt', bytes: 5, cut: false } })
  expect(await storedIn(config.DATA_DIR)).toEqual({ arriving: [5], stored: [] })
  const { rm } = await import('node:fs/promises')
  await rm(form?.file?.path ?? '')
})

const broken: [what: string, parts: string[], type?: string][] = [
  ['that ends within a file', [file.slice(0, -3)]],
  ['that ends between parts', [file]],
  ['that ends within a header', [`--${boundary}\r\nContent-Disposition: form-data; na`]],
  ['that is empty', []],
  ['that is no form', ['words '.repeat(10_000)]],
  ['without a boundary', [file, end], 'multipart/form-data'],
  ['with another boundary', [file, end], 'multipart/form-data; boundary=other'],
  ['of another type', ['{}'], 'application/json'],
  ['whose header never ends', [`--${boundary}\r\nContent-Disposition: ${'x'.repeat(300_000)}`]],
  ['with a thousand parts that never end', [part('name="a"', '1').repeat(1000)]],
]
test.each(broken)('a body %s is refused, and nothing of it stays', async (_, parts, type) => {
  expect(await receive(rawUpload(parts, type))).toBeUndefined()
  expect(await storedIn(config.DATA_DIR)).toEqual(nothing)
})

const odd: [what: string, parts: string[], fields: object][] = [
  ['names of objects', [part('name="__proto__"', '1'), part('name="constructor"', '2'), end], { constructor: '2' }],
  ['more fields than any form has', [...Array.from({ length: 99 }, (_, i) => part(`name="f${i}"`, '1')), end], {}],
  ['the same field twice', [part('name="a"', '1'), part('name="a"', '2'), end], { a: '2' }],
  ['a file in another field', [part('name="other"; filename="a.txt"', 'words'), end], {}],
  ['no names', [part('', 'words'), end], {}],
]
test.each(odd)('a form with %s is read without harm', async (_, parts, fields) => {
  const form = await receive(rawUpload(parts))
  expect(form).toMatchObject({ fields })
  expect(form).not.toHaveProperty('file')
  expect(Object.keys(form?.fields ?? {}).length).toBeLessThanOrEqual(30)
  expect(await storedIn(config.DATA_DIR)).toEqual(nothing)
})

test('a form says whether all of its fields are there, whole', async () => {
  const text = (length: number) => [part('name="title"', 'x'.repeat(length)), end]
  const many = (count: number) => [...Array.from({ length: count }, (_, i) => part(`name="f${i}"`, '1')), end]
  for (const read of [receive, readRest]) {
    expect(await read(rawUpload(text(150_000)))).toEqual({ fields: { title: 'x'.repeat(150_000) }, whole: true })
    expect(await read(rawUpload(text(150_001)))).toMatchObject({ whole: false })
    expect(await read(rawUpload(many(30)))).toMatchObject({ whole: true })
    expect(await read(rawUpload(many(31)))).toMatchObject({ whole: false })
  }
})

test('a sender who leaves, leaves nothing', async () => {
  const leaving = new AbortController()
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (reader) => reader.enqueue(new Uint8Array(Buffer.from(file.slice(0, -3)))),
  })
  const { headers } = rawUpload([])
  const receiving = receive({ headers, body, signal: leaving.signal })
  setTimeout(() => leaving.abort(), 50)
  await expect(receiving).rejects.toMatchObject({ name: 'AbortError' })
  expect(await storedIn(config.DATA_DIR)).toEqual(nothing)
})

test('of a form that was refused before it was read only the fields are read, and of no form nothing', async () => {
  const form = rawUpload([part('name="title"', 'Letter'), file, part('name="from"', '2026-05-01'), end])
  expect(await readRest(form)).toEqual({ fields: { title: 'Letter', from: '2026-05-01' }, whole: true })
  expect(form.body?.locked).toBe(true)
  expect(await readRest(form)).toEqual({ fields: {}, whole: true })
  expect(await readRest(rawUpload(['{}'], 'application/json'))).toEqual({ fields: {}, whole: true })
  expect(await storedIn(config.DATA_DIR)).toEqual(nothing)
})
