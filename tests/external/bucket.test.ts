import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addFile } from '@/lib/evidence/add-file'
import { openEvidence } from '@/lib/evidence/queries'
import { alteredFile } from '@/lib/history/verify-evidence'
import { fileBucket } from '@/lib/platform/bucket'
import { config } from '@/lib/platform/config'
import { db, pool } from '@/lib/platform/db'
import * as store from '@/lib/platform/file-store'
import { givenAssignment, givenPeople, people, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'
import { storedIn, uploadOf } from '../support/uploads'

const swift = await vi.hoisted(async () => {
  const { startSwift } = await import('../support/swift')
  const started = await startSwift()
  process.env.STORAGE_URL = started.address
  return started
})

const { amina } = people
const bucket = fileBucket(swift.address)

beforeAll(givenPeople)
afterAll(async () => {
  process.env.STORAGE_URL = undefined
  await swift.stop()
})

const textOf = async (key: string) => {
  const content = await bucket.open(key)
  return content && new Response(content).text()
}

async function given(text: string) {
  const { id: assignmentId } = await givenAssignment()
  const { id } = valueIn(await addFile(amina, { assignmentId }, uploadOf(text)))
  const { storedAs } = await db.evidence.findUniqueOrThrow({ where: { id } })
  return { id, assignmentId, key: `${storedAs?.slice(0, 2)}/${storedAs}` }
}

test('a file goes to the bucket, and comes back from it', async () => {
  const { id, key } = await given('The curriculum was adopted.')
  expect(await textOf(key)).toBe('The curriculum was adopted.')
  const { content } = valueIn(await openEvidence(amina, id))
  expect(await new Response(content).text()).toBe('The curriculum was adopted.')
  expect(await storedIn(config.DATA_DIR)).toEqual({ arriving: [], stored: [] })
})

test('a refused file leaves nothing in the bucket', async () => {
  const { assignmentId } = await given('Sent twice.')
  const placed = vi.spyOn(store, 'placeFile')
  expect(refusalOf(await addFile(amina, { assignmentId }, uploadOf('Sent twice.')))).toMatch(/evidence_there/)
  const [name = ''] = placed.mock.calls.map(([file]) => file.name)
  placed.mockRestore()
  expect(name).not.toBe('')
  expect(await textOf(`${name.slice(0, 2)}/${name}`)).toBeUndefined()
  expect(await storedIn(config.DATA_DIR)).toEqual({ arriving: [], stored: [] })
})

const flaw = () => alteredFile(pool, () => undefined)

test('the verification of the history reads the files in the bucket', async () => {
  expect(await flaw()).toBeUndefined()
  const { id, key } = await given('The law was published.')
  await bucket.remove(key)
  expect(await flaw()).toMatchObject({ what: 'missing', row: id, table: 'evidence' })
  expect(refusalOf(await openEvidence(amina, id))).toBe('evidence_file_lost')
  await restored(key, 'The law was changed.')
  expect(await flaw()).toMatchObject({ what: 'file', row: id })
  await restored(key, 'The law was published.')
  expect(await flaw()).toBeUndefined()
})

/** Puts another content under the key of a file, as someone with access to the bucket could. */
async function restored(key: string, text: string) {
  const file = await store.receiveFile(Readable.from([Buffer.from(text)]), new AbortController().signal)
  await bucket.put(key, file)
  await store.settleFile(file.name, false)
}

test('the store refuses a content that differs from its hash', async () => {
  const file = await store.receiveFile(Readable.from([Buffer.from('One.')]), new AbortController().signal)
  const other = createHash('sha256').update('Two.').digest('hex')
  await expect(store.placeFile({ ...file, sha256: other })).rejects.toThrow('BadDigest')
  await store.settleFile(file.name, false)
})

test('50 MB go up and down in parts', async () => {
  const parts = () => Readable.from(Array.from({ length: 50 }, (_, place) => Buffer.alloc(1024 * 1024, place)))
  const file = await store.receiveFile(parts(), new AbortController().signal)
  await bucket.put('00/large', file)
  const hash = createHash('sha256')
  let longest = 0
  for await (const part of (await bucket.open('00/large')) ?? []) {
    hash.update(part)
    longest = Math.max(longest, part.length)
  }
  expect([hash.digest('hex'), longest < 2 * 1024 * 1024]).toEqual([file.sha256, true])
  await store.settleFile(file.name, false)
})

test('a store that refuses or cannot be reached is named in one sentence', async () => {
  expect(await store.refusesFiles()).toBeUndefined()
  const wrong = (from: string, to: string) => fileBucket(swift.address.replace(from, to)).check()
  await expect(wrong(':testing@', ':wrong@')).rejects.toThrow('The store of files answered 403.')
  await expect(wrong('/evidence', '/nothing')).rejects.toThrow('The store of files answered 404.')
  await expect(wrong(new URL(swift.address).port, '1')).rejects.toThrow('The store of files cannot be reached')
})
