import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { at, now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { makeFiles } from '@/lib/publications/make-files'
import { makePublications } from '@/lib/publications/make-publications'
import { findPublication, openWritten } from '@/lib/publications/queries'
import { requestPublication } from '@/lib/publications/request-publication'
import { failFile, lease, mostAttempts, takeFile } from '@/lib/publications/take-file'
import { givenPeople, givenRecommendation, people, valueIn } from '../support/given'

const { chen, dita } = people

beforeAll(async () => {
  await givenPeople()
  await givenRecommendation()
})

async function givenPublication() {
  const { code } = valueIn(await requestPublication(chen, {}))
  await makePublications()
  return code
}

const filesOf = async (code: string) => valueIn(await findPublication(dita, code)).files

const bytesOf = async (code: string, format: 'pdf' | 'docx') =>
  Buffer.from(await new Response(valueIn(await openWritten(dita, code, format))).arrayBuffer())

/** A moment at which no process holds a file any longer. */
const later = () => new Date(now().getTime() + lease + 1)

test('once a report is ready, its PDF and its document of Word are set and kept with their hashes', async () => {
  const code = await givenPublication()

  expect(await filesOf(code)).toEqual([
    { format: 'pdf', state: 'queued' },
    { format: 'docx', state: 'queued' },
  ])
  expect(await openWritten(dita, code, 'pdf')).toMatchObject({ ok: false, code: 'publication_file_not_ready' })

  await makeFiles()
  for (const [format, begins] of [
    ['pdf', '%PDF-'],
    ['docx', 'PK'],
  ] as const) {
    const content = await bytesOf(code, format)
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect(content.toString('latin1').startsWith(begins)).toBe(true)
    expect(await filesOf(code)).toContainEqual({ format, state: 'ready', bytes: content.length, sha256 })
  }
})

test('a file that a process left when it was killed is set by the next one', async () => {
  const code = await givenPublication()
  await takeFile()
  await makeFiles()
  expect((await filesOf(code))?.map(({ state }) => state).sort()).toEqual(['making', 'ready'])

  await at(later().toISOString(), () => makeFiles())
  expect((await filesOf(code))?.map(({ state }) => state)).toEqual(['ready', 'ready'])
})

test('a format that fails says why, and the other is there', async () => {
  const code = await givenPublication()
  const taken = await takeFile()
  if (taken) await failFile(taken, 'publication_format_memory')
  await makeFiles()

  expect(await filesOf(code)).toEqual([
    { format: 'pdf', state: 'failed', error: expect.objectContaining({ code: 'publication_format_memory' }) },
    expect.objectContaining({ format: 'docx', state: 'ready' }),
  ])
})

test('a file fails after its last attempt, and a file that is ready never changes', async () => {
  const code = await givenPublication()
  await db.publicationFile.updateMany({
    where: { publication: { code }, format: 'pdf' },
    data: { attempts: mostAttempts },
  })
  await makeFiles()

  expect((await filesOf(code))?.map(({ state }) => state)).toEqual(['failed', 'ready'])
  const other = db.publicationFile.updateMany({ where: { publication: { code }, format: 'docx' }, data: { bytes: 1 } })
  await expect(other).rejects.toThrow('publication_files_stand')
})
