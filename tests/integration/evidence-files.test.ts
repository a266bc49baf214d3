import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { addFile } from '@/lib/evidence/add-file'
import { sweepUploads } from '@/lib/evidence/sweep-uploads'
import { config } from '@/lib/platform/config'
import { db } from '@/lib/platform/db'
import * as store from '@/lib/platform/file-store'
import { newId } from '@/lib/platform/id'
import { eventsOf, givenAssignment, givenPeople, people, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'
import { rawUpload, storedIn, uploadOf } from '../support/uploads'

const { amina, bruno, chen, dita } = people

beforeAll(givenPeople)

async function givenFile(text = `The letter ${newId()}.`, fields: Record<string, string> = {}) {
  const { id: assignmentId } = await givenAssignment()
  const { id } = valueIn(await addFile(amina, { assignmentId }, uploadOf(text, 'letter.txt', fields)))
  return { assignmentId, id, text }
}

const refusals = [
  { rule: 'another organization', actor: bruno, code: 'evidence_forbidden' },
  { rule: 'a viewer', actor: dita, code: 'evidence_forbidden' },
  { rule: 'a closed assignment', given: { closed: true }, code: 'assignment_closed' },
  { rule: 'an archived document', given: { archived: true }, code: 'assignment_not_found' },
  {
    rule: 'a period that runs backwards',
    fields: { from: '2026-02-01', to: '2026-01-01' },
    code: 'to: evidence_period_backwards',
  },
  { rule: 'a date that is none', fields: { from: 'May' }, code: 'from: day_unreadable' },
  { rule: 'the public as audience', fields: { audience: 'public' }, code: 'audience: audience_unreadable' },
  { rule: 'a field that is unknown', fields: { scan: 'clean' }, code: 'scan: field_unknown' },
  { rule: 'an empty file', content: '', code: 'file: evidence_file_empty' },
  { rule: 'a web page', content: '<!doctype html><script>1</script>', code: 'file: evidence_type_page' },
]
for (const { rule, actor = amina, given = {}, fields = {}, content = 'A letter.', code } of refusals) {
  test(`${rule} is refused, and the refusal leaves nothing`, async () => {
    const { id: assignmentId } = await givenAssignment(given)
    const before = await storedIn(config.DATA_DIR)

    const result = await addFile(actor, { assignmentId }, uploadOf(content, 'letter.txt', fields))

    expect(refusalOf(result)).toBe(code)
    expect(await db.evidence.count({ where: { assignmentId } })).toBe(0)
    expect(await eventsOf(assignmentId)).toEqual([])
    expect(await storedIn(config.DATA_DIR)).toEqual(before)
  })
}

test('a file that is too large is refused, with nothing kept of it', async () => {
  const { id: assignmentId } = await givenAssignment()
  const before = await storedIn(config.DATA_DIR)
  const large = new Uint8Array(50 * 1024 * 1024 + 1).fill(65)
  expect(refusalOf(await addFile(amina, { assignmentId }, uploadOf(large)))).toBe('file: evidence_file_too_large')
  expect(await storedIn(config.DATA_DIR)).toEqual(before)
})

test('a form without a file says so at the field', async () => {
  const { id: assignmentId } = await givenAssignment()
  const form = new FormData()
  form.set('file', new Blob([]), '')
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  expect(refusalOf(await addFile(amina, { assignmentId }, request))).toBe('file: evidence_file_missing')
})

test('a form with several files is refused, and nothing of them stays', async () => {
  const { id: assignmentId } = await givenAssignment()
  const before = await storedIn(config.DATA_DIR)
  const form = new FormData()
  for (const name of ['first.txt', 'second.txt']) form.append('file', new Blob([name]), name)
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  expect(refusalOf(await addFile(amina, { assignmentId }, request))).toBe('file: evidence_files_many')
  expect(await storedIn(config.DATA_DIR)).toEqual(before)
})

/** Begins to send a file of which nothing arrives. Resolves once somebody waits for it. */
async function beginFile(assignmentId: string, signal: AbortSignal) {
  const { headers } = rawUpload([])
  let ended: Promise<unknown> = Promise.resolve()
  await new Promise<void>((awaited) => {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: () => awaited() }, { highWaterMark: 0 })
    ended = addFile(amina, { assignmentId }, { headers, body, signal }).catch(() => 'ended')
  })
  return { ended }
}

test('one person sends three files at a time', async () => {
  const { id: assignmentId } = await givenAssignment()
  const stop = new AbortController()
  const begun = await Promise.all([1, 2, 3].map(() => beginFile(assignmentId, stop.signal)))
  const another = () => addFile(amina, { assignmentId }, uploadOf('One more.'))
  expect(refusalOf(await another())).toBe('file: evidence_uploads_many')
  valueIn(await addFile(chen, { assignmentId }, uploadOf('By someone else.')))
  stop.abort()
  expect(await Promise.all(begun.map(({ ended }) => ended))).toEqual(['ended', 'ended', 'ended'])
  valueIn(await another())
})

test('a file stays only if the change is committed', async () => {
  const { id: assignmentId } = await givenAssignment()
  const before = await storedIn(config.DATA_DIR)
  const failing = vi.spyOn(store, 'placeFile').mockImplementation(async () => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  })
  await expect(addFile(amina, { assignmentId }, uploadOf('A letter.'))).rejects.toThrow('no space')
  failing.mockRestore()
  expect(await storedIn(config.DATA_DIR)).toEqual(before)
  expect(await db.evidence.count({ where: { assignmentId } })).toBe(0)
})

test('after a crash, files that no row names go, and the others stay', async () => {
  const { id } = await givenFile('Named by its row.')
  const { storedAs } = await db.evidence.findUniqueOrThrow({ where: { id } })
  const before = await storedIn(config.DATA_DIR)
  const arriving = (name: string) => join(config.DATA_DIR, 'files', 'incoming', name)
  for (const name of [newId(), storedAs ?? '']) await writeFile(arriving(name), 'x')

  await sweepUploads()
  expect((await storedIn(config.DATA_DIR)).arriving).toHaveLength(2)
  vi.useFakeTimers({ now: Date.now() + 10 * 60_000, toFake: ['Date'] })
  await sweepUploads()
  vi.useRealTimers()
  expect(await storedIn(config.DATA_DIR)).toEqual(before)
})
