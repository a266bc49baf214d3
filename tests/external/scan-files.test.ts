import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addFile } from '@/lib/evidence/add-file'
import { openEvidence } from '@/lib/evidence/queries'
import { releaseEvidence } from '@/lib/evidence/release-evidence'
import { scanFiles } from '@/lib/evidence/scan-files'
import { timelineOf } from '@/lib/history/timeline'
import { findImport } from '@/lib/imports/queries'
import { readImports } from '@/lib/imports/read-imports'
import { receiveText } from '@/lib/imports/receive-import'
import { config } from '@/lib/platform/config'
import { db } from '@/lib/platform/db'
import { flawInHistory, givenAssignment, givenPeople, people, valueIn } from '../support/given'
import { clamd } from '../support/programs'
import { refusalOf } from '../support/refusal'
import { storedIn, uploadOf } from '../support/uploads'

const folder = vi.hoisted(() => {
  const path = `${process.env.TMPDIR ?? '/tmp'}/followthrough-clamd-${process.pid}-${Date.now()}`
  process.env.CLAMD_SOCKET = `${path}/clamd.sock`
  return path
})

const { amina, chen, elif, faisal } = people
const mark = 'FOLLOWTHROUGH-TEST-OF-THE-SCANNER'
const scanner: { child?: ChildProcess } = {}

beforeAll(async () => {
  await givenPeople()
  mkdirSync(join(folder, 'signatures'), { recursive: true })
  writeFileSync(join(folder, 'signatures', 'own.ndb'), `Followthrough.Test:0:*:${Buffer.from(mark).toString('hex')}\n`)
  const settings = ['Foreground yes', 'User root', 'StreamMaxLength 1M', `LocalSocket ${folder}/clamd.sock`]
  writeFileSync(join(folder, 'clamd.conf'), [...settings, `DatabaseDirectory ${folder}/signatures`, ''].join('\n'))
  await startScanner()
})

afterAll(async () => {
  await stopScanner()
  rmSync(folder, { recursive: true, force: true })
  process.env.CLAMD_SOCKET = undefined
})

async function startScanner() {
  scanner.child = spawn(clamd, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  while (!existsSync(join(folder, 'clamd.sock'))) await pause(20)
}

async function stopScanner() {
  scanner.child?.kill('SIGTERM')
  if (scanner.child?.exitCode === null) await once(scanner.child, 'close')
  rmSync(join(folder, 'clamd.sock'), { force: true })
}

async function givenFile(text: string) {
  const { id: assignmentId } = await givenAssignment()
  const { id, scan } = valueIn(await addFile(amina, { assignmentId }, uploadOf(text)))
  expect(scan).toBe('pending')
  return { id, assignmentId }
}

const opened = async (id: string) => {
  const result = await openEvidence(amina, id)
  return result.ok ? new Response(result.value.content).text() : result.code
}

test('a file can be opened once the scanner has found it clean', async () => {
  const { id } = await givenFile('The law was adopted.')
  expect(await opened(id)).toBe('evidence_pending')
  await scanFiles()
  expect(await opened(id)).toBe('The law was adopted.')
})

test('the content of an infected file is removed, and the history says what was found', async () => {
  const before = await storedIn(config.DATA_DIR)
  const { id, assignmentId } = await givenFile(`A letter. ${mark}`)
  await scanFiles()
  expect(await opened(id)).toBe('evidence_infected')
  expect(await storedIn(config.DATA_DIR)).toEqual(before)
  const { entries } = await timelineOf(amina, { subject: { type: 'assignment', id: assignmentId } })
  expect(entries[0]).toMatchObject({
    sentence: 'A scan found malware in evidence of Ministry of Health, “letter.txt”, and the file was removed',
    text: 'Followthrough.Test.UNOFFICIAL',
  })
  expect(await flawInHistory()).toBeUndefined()
})

test('a file that the scanner cannot take is held until an administrator releases it', async () => {
  const text = 'A long report. '.repeat(100_000)
  const { id } = await givenFile(text)
  await scanFiles()
  expect(await opened(id)).toBe('evidence_held')
  for (const actor of [amina, chen, elif]) {
    expect(refusalOf(await releaseEvidence(actor, { id })), actor.role).toBe('evidence_release_forbidden')
  }
  valueIn(await releaseEvidence(faisal, { id }))
  expect(await opened(id)).toBe(text)
  expect(await releaseEvidence(faisal, { id })).toMatchObject({ ok: true, changed: false })
})

test('the file of an infected import is not read, and its content is removed', async () => {
  const before = await storedIn(config.DATA_DIR)
  const { id } = valueIn(await receiveText(chen, { text: `1. States should act. ${mark}`, title: 'Kept' }))
  await readImports()
  const found = valueIn(await findImport(chen, id))
  expect(found).toMatchObject({ state: 'failed', error: { code: 'import_infected' }, document: { title: 'Kept' } })
  expect(found.error?.message).toContain('Followthrough.Test.UNOFFICIAL')
  expect(await storedIn(config.DATA_DIR)).toEqual(before)
})

test('an import waits for the scanner, and is read once it is found clean', async () => {
  await stopScanner()
  const { id } = valueIn(await receiveText(chen, { text: '1. States should wait for it.' }))
  await readImports()
  expect(valueIn(await findImport(chen, id))).toMatchObject({ state: 'queued' })
  expect(await db.import.findUnique({ where: { id }, select: { attempts: true } })).toEqual({ attempts: 0 })
  await startScanner()
  await db.import.update({ where: { id }, data: { nextAttemptAt: new Date() } })
  await readImports()
  expect(valueIn(await findImport(chen, id))).toMatchObject({ state: 'review' })
})

test('while the scanner is away files wait, and are scanned once it is back', async () => {
  await stopScanner()
  const { id } = await givenFile('The report was tabled.')
  await expect(scanFiles()).rejects.toThrow()
  expect(await opened(id)).toBe('evidence_pending')
  await startScanner()
  await scanFiles()
  expect(await opened(id)).toBe('The report was tabled.')
})

test('what a scan found does not change', async () => {
  const { id } = await givenFile('The budget was voted.')
  await scanFiles()
  for (const scan of ['pending', 'held', 'not_scanned', 'infected'] as const) {
    await expect(db.evidence.update({ where: { id }, data: { scan } }), scan).rejects.toThrow()
  }
  const { id: clean } = await givenFile('The budget was spent.')
  await scanFiles()
  expect(refusalOf(await releaseEvidence(faisal, { id: clean }))).toBe('evidence_not_held')
})

test('a file at which the scanner ends does not stop the others', async () => {
  await stopScanner()
  const fragile = createServer({ allowHalfOpen: true }, (socket) => {
    let sent = ''
    socket.on('data', (part) => {
      sent += part
      if (sent.includes('Crash.') || sent.includes('PING')) socket.destroy()
      else if (sent.endsWith('\0\0\0\0')) socket.end('stream: OK\0')
    })
  })
  await once(fragile.listen(join(folder, 'clamd.sock')), 'listening')
  const [crashing, other] = [await givenFile('Crash.'), await givenFile('The budget was adopted.')]
  await expect(scanFiles()).rejects.toThrow()
  await expect(scanFiles()).rejects.toThrow()
  expect(await opened(crashing.id)).toBe('evidence_pending')
  expect(await opened(other.id)).toBe('The budget was adopted.')
  fragile.close()
  await startScanner()
  await scanFiles()
  expect(await opened(crashing.id)).toBe('Crash.')
})
