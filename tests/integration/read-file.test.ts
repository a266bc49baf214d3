import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { usualLimits } from '@/lib/formats/child/start-reader'
import { readFile } from '@/lib/formats/read-file'
import { docxFiles, p, r } from '../support/formats/docx'
import { pdfOf } from '../support/formats/pdf'

const folder = mkdtempSync(join(tmpdir(), 'followthrough-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { signal } = new AbortController()

/** Returns a stream of this content. */
const streamOf = (...parts: string[]) =>
  new ReadableStream<Uint8Array>({
    pull(reader) {
      const part = parts.shift()
      if (part === undefined) reader.close()
      else reader.enqueue(Buffer.from(part))
    },
  })

/** Returns a stream that never ends. */
const endless = (part: string) =>
  new ReadableStream<Uint8Array>({
    pull: (reader) => reader.enqueue(Buffer.from(part)),
  })

const long = '17. States should act.\n'

test('a file is read in another process, which says how far it is', async () => {
  const path = join(folder, 'report.txt')
  writeFileSync(path, '17. States should act.\n\n18. They did.')
  const shares: number[] = []

  const read = await readFile({ name: 'report.txt', path }, { signal, onProgress: (share) => shares.push(share) })

  expect(read).toEqual({
    ok: true,
    format: 'text',
    paragraphs: [
      { label: '17', text: 'States should act.' },
      { label: '18', text: 'They did.' },
    ],
    removed: [],
    inText: {},
  })
  expect(shares.length).toBeGreaterThan(0)
})

test('a content that comes in parts is read too, and Markdown is known by its name', async () => {
  const read = await readFile({ name: 'a.md', content: streamOf('# Conclu', 'sions\n\n17. States act') }, { signal })
  expect(read).toMatchObject({ ok: true, format: 'markdown', paragraphs: [{ label: '17', heading: 'Conclusions' }] })
})

test('pasted lines that all look like headings are paragraphs', async () => {
  const content = streamOf('States should act now\nMembers should pay')
  const read = await readFile({ name: '', content }, { signal })
  expect(read).toMatchObject({
    ok: true,
    paragraphs: [{ label: '', text: expect.stringMatching(/^States should act now/) }, {}],
  })
})

test('pasted text has no name', async () => {
  const read = await readFile({ name: '', content: streamOf('\uFEFF17. States act\n\n18. They _met_.') }, { signal })
  expect(read).toMatchObject({ ok: true, format: 'pasted', paragraphs: [{ label: '17' }, { text: 'They _met_.' }] })
})

test('the reader has an empty environment, and room for fewer objects than its memory', async () => {
  const { startReader } = await import('@/lib/formats/child/start-reader')
  const { readFileSync } = await import('node:fs')
  const { child } = await startReader('a.txt', usualLimits)
  await expect.poll(() => readFileSync(`/proc/${child.pid}/cmdline`, 'utf8')).toContain('main.mjs')
  expect(readFileSync(`/proc/${child.pid}/cmdline`, 'utf8')).toContain('\0--max-old-space-size=384\0')
  expect(readFileSync(`/proc/${child.pid}/environ`, 'utf8').split('\0').filter(Boolean)).toEqual([
    'NODE_ENV=production',
  ])
  child.kill('SIGKILL')
})

test.each([
  ['no file', { content: streamOf('') }, {}, { code: 'file_empty', params: {} }],
  [
    'a content without end',
    { content: endless(long.repeat(10_000)) },
    {},
    { code: 'file_too_large', params: { maximum: 64 } },
  ],
  ['a sender that waits for ever', { content: new ReadableStream() }, { time: 1_000 }, { code: 'file_timed_out' }],
  [
    'a text longer than any document',
    { content: streamOf(' \n', 'a'.repeat(10_000_001)) },
    {},
    { code: 'import_text_long' },
  ],
  [
    'a paragraph that is too long',
    { content: streamOf('1. States should act.\n\n2. A', 'a'.repeat(20_000)) },
    {},
    { code: 'import_paragraph_long', params: { place: 2, maximum: 20_000 } },
  ],
  ['too much text', { content: streamOf(long.repeat(1_000)) }, { output: 10_000 }, { code: 'file_text_too_long' }],
  ['too much memory', { content: streamOf(long.repeat(500_000)) }, { memory: 90e6 }, { code: 'file_memory' }],
  [
    'more objects than fit',
    { content: streamOf('<p>'.repeat(400_000)) },
    { heap: 40 * 1024 ** 2 },
    { code: 'file_memory' },
  ],
])('%s is refused with a reason of its own', async (_, file, limits, refusal) => {
  const read = await readFile({ name: 'a.txt', ...file }, { signal, limits: { ...usualLimits, ...limits } })
  expect(read).toMatchObject({ ok: false, ...refusal })
})

test('a document that unpacks to far more than it weighs is refused', async () => {
  const text = new Uint8Array(140 * 1024 ** 2).fill(0x20)
  const bomb = zipSync({ ...docxFiles(p(r('x'))), 'word/document.xml': text }, { level: 1 })
  const path = join(folder, 'bomb.docx')
  writeFileSync(path, bomb)

  const read = await readFile({ name: 'bomb.docx', path }, { signal })

  expect(read).toMatchObject({ ok: false, code: 'file_too_large_unpacked', params: { maximum: 128 } })
})

test.each([
  ['forms that contain each other', pdfOf(['/A Do'], { forms: { A: '/B Do', B: '/A Do' } })],
  ['a page that unpacks without end', pdfOf([deflateSync(Buffer.alloc(600 * 1024 ** 2), { level: 1 })])],
])('a PDF with %s fails alone', async (_, content) => {
  const path = join(folder, 'hostile.pdf')
  writeFileSync(path, content)

  const read = await readFile({ name: 'hostile.pdf', path }, { signal, limits: { ...usualLimits, time: 8_000 } })

  expect(read).toMatchObject({
    ok: false,
    code: expect.stringMatching(/^file_(?:memory|timed_out|without_text|unreadable)$/),
  })
})

test('the signal ends the reader, and the error of a content that fails is passed on', async () => {
  const stop = new AbortController()
  const waiting = readFile({ name: 'a.txt', content: new ReadableStream() }, { signal: stop.signal })
  stop.abort(new Error('The server stops.'))
  await expect(waiting).rejects.toThrow('The server stops.')

  const broken = new ReadableStream({ pull: (reader) => reader.error(new Error('The store is away.')) })
  await expect(readFile({ name: 'a.txt', content: broken }, { signal })).rejects.toThrow('The store is away.')
})
