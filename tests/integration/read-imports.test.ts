import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { readImports } from '@/lib/imports/read-imports'
import { receiveText } from '@/lib/imports/receive-import'
import { storeReading } from '@/lib/imports/store-reading'
import { lease, mostAttempts, type Taken, takeImport } from '@/lib/imports/take-import'
import { withdrawImport } from '@/lib/imports/withdraw-import'
import { db } from '@/lib/platform/db'
import * as store from '@/lib/platform/file-store'
import { newId } from '@/lib/platform/id'
import { givenPeople, people, valueIn } from '../support/given'
import { importThere } from '../support/given-import'

const { chen } = people

beforeAll(givenPeople)
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function givenQueued() {
  return valueIn(await receiveText(chen, { text: `1. States should ${newId()}.\n\n2. They met.` })).id
}

/** Takes an import as a process that is about to read it. */
async function given(id: string): Promise<Taken> {
  const taken = await takeImport()
  if (taken?.id !== id) throw new Error('Another import was waiting.')
  return taken
}

const later = (milliseconds: number) => vi.useFakeTimers({ now: Date.now() + milliseconds, toFake: ['Date'] })

const reading = (text: string) =>
  ({ ok: true, format: 'text', paragraphs: [{ label: '1', text }], removed: [] }) as const
const options = { signal: new AbortController().signal, onProgress: () => undefined }

test('what a killed process was reading is read again once its lease ends, and is there once', async () => {
  const id = await givenQueued()
  const killed = await given(id)
  await db.importParagraph.create({ data: { importId: id, ordinal: 1, part: 1, label: '1', text: 'Half of it' } })

  await readImports()
  expect(await importThere(id)).toMatchObject({ state: 'parsing' })
  later(lease + 1)
  await readImports()

  const there = await importThere(id)
  expect(there).toMatchObject({ state: 'review', counts: { paragraphs: 2 } })
  expect(there.paragraphs[0]?.text).not.toBe('Half of it')
  await expect(storeReading(killed, reading('Too late.'), options)).rejects.toThrow('read by another process')
  expect(await importThere(id)).toEqual(there)
})

test('after three interrupted attempts it fails with a reason', async () => {
  const id = await givenQueued()
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    expect((await given(id)).attempts).toBe(attempt)
    later(lease + 1)
  }
  await readImports()
  expect(await importThere(id)).toMatchObject({ state: 'failed', error: { code: 'import_interrupted' } })
})

test('several processes read each import once', async () => {
  const ids = await Promise.all([1, 2, 3, 4].map(givenQueued))
  await Promise.all([readImports(), readImports(), readImports()])
  const rows = await db.import.findMany({ where: { id: { in: ids } }, select: { state: true, attempts: true } })
  expect(rows).toEqual(ids.map(() => ({ state: 'review', attempts: 1 })))
})

test('an import that is withdrawn while it is read stays withdrawn', async () => {
  const id = await givenQueued()
  const taken = await given(id)
  valueIn(await withdrawImport(chen, { id }))
  await expect(storeReading(taken, reading('States should act.'), options)).rejects.toThrow()
  expect(await importThere(id)).toMatchObject({ state: 'withdrawn', counts: { paragraphs: 0 } })
})

test('while the files are away it waits, and is read later', async () => {
  const id = await givenQueued()
  vi.spyOn(store, 'openFile').mockRejectedValueOnce(new Error('The store is away.'))
  await readImports()
  expect(await importThere(id)).toMatchObject({ state: 'queued' })
  later(60_000)
  await readImports()
  expect(await importThere(id)).toMatchObject({ state: 'review' })
})

test('a process that stops gives the import back, and the attempt does not count', async () => {
  const id = await givenQueued()
  const stop = new AbortController()
  vi.spyOn(store, 'openFile').mockImplementationOnce(async () => {
    stop.abort()
    throw new Error('stopped')
  })
  await readImports(stop.signal)
  const row = { state: 'queued', attempts: 0 }
  expect(await db.import.findUniqueOrThrow({ where: { id }, select: { state: true, attempts: true } })).toEqual(row)
  await readImports()
  expect(await importThere(id)).toMatchObject({ state: 'review' })
})

const limits = [
  { rule: 'a paragraph that is too long', paragraphs: [`${'a'.repeat(20_001)}`], code: 'import_paragraph_long' },
  {
    rule: 'too many paragraphs',
    paragraphs: Array.from({ length: 20_001 }, () => 'a'),
    code: 'import_paragraphs_many',
  },
  { rule: 'a character that no text has', paragraphs: ['a\u0000'], code: 'import_unreadable' },
]
for (const { rule, paragraphs, code } of limits) {
  test(`${rule} makes it fail with a reason`, async () => {
    const id = await givenQueued()
    const taken = await given(id)
    const read = paragraphs.map((text) => ({ label: '', text }))
    await storeReading(taken, { ok: true, format: 'text', paragraphs: read, removed: [] }, options)
    expect(await importThere(id)).toMatchObject({ state: 'failed', error: { code }, counts: { paragraphs: 0 } })
  })
}

test('a pasted text without a title takes its first heading, or else its first line, until a person gives one', async () => {
  const titles = async (input: object) => {
    const { id } = valueIn(await receiveText(chen, input))
    await readImports()
    return (await importThere(id)).document.title
  }
  const mark = newId()
  expect(await titles({ text: `Safe ports\n\n1. States should ${mark}.` })).toBe('Safe ports')
  expect(await titles({ text: `States should see ${mark}.\n\nThey met.` })).toBe(`States should see ${mark}.`)
  expect(await titles({ text: `Safe roads\n\n1. States should ${mark}.`, title: 'Roads' })).toBe('Roads')
})
