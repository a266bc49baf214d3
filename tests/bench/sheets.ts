import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from '@/lib/cli/build'
import { embeddedUrl } from '@/lib/cli/postgres/open'
import type { Lifetime } from '@/lib/cli/process-lifetime'
import { memoryOf } from '@/lib/formats/child/memory-of'
import { csvRow } from '@/lib/platform/csv'
import { newId } from '@/lib/platform/id'
import { textRows, xlsxOf } from '../support/formats/xlsx'
import { freePort, startInstance } from '../support/instance'
import { query } from './database'

/** More recommendations than one document takes go into further ones. */
const inDocument = 10_000

type Instance = Awaited<ReturnType<typeof startInstance>>

/**
 * Imports spreadsheets with `n` rows in each format, and kills the server twice on the way. Prints how long that takes, how
 * much memory the server and the process that reads need at most, and whether every row is in the register once.
 */
export async function importSheets(n: number, life: Lifetime) {
  await build(life.signal)
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-sheets-'))
  const variables = { DATA_DIR: folder, PORT: await freePort(), LOG_LEVEL: 'warn' }
  let instance = await startInstance(variables)
  life.onEnd(async () => {
    await instance.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })
  const ask = async (text: string) => (await query(embeddedUrl(folder), text)).rows
  const author = newId()
  await ask(`insert into users (id, name, email, role) values ('${author}', 'Chen', 'chen@example.org', 'coordinator')`)
  for (const format of ['csv', 'xlsx'] as const) {
    const peaks = watchMemory(() => instance)
    const id = await sendSheet(folder, ask, { author, format, n })
    const state = async () => (await ask(`select state, progress from sheets where id = '${id}'`))[0]
    const until = async (done: (now: { state: string; progress: number }) => boolean) => {
      while (!done(await state())) await pause(100)
    }
    const begun = Date.now()
    await until(({ state }) => state !== 'reading' && state !== 'checking')
    const checked = Date.now()
    await ask(`update sheets set state = 'importing', imported_by_id = author_id, next_attempt_at = now(), progress = 0
      where id = '${id}'`)
    for (const share of [0.3, 0.6]) {
      await until(({ progress }) => progress >= share)
      await instance.end('SIGKILL')
      instance = await startInstance(variables)
      await ask(`update sheets set next_attempt_at = now() where id = '${id}'`)
    }
    await until(({ state }) => state !== 'importing')
    const times = { read: checked - begun, imported: Date.now() - checked }
    print(format, { ...times, ...peaks.stop() }, await resultOf(ask, id, format))
  }
}

type Ask = (text: string) => Promise<Record<string, unknown>[]>

/** Puts a spreadsheet into the store, as if it had been sent. */
async function sendSheet(folder: string, ask: Ask, given: { author: string; format: 'csv' | 'xlsx'; n: number }) {
  const { author, format, n } = given
  const id = newId()
  const rows = [['Symbol', 'Paragraph', 'Recommendation', 'Organization', 'Due date', 'Progress', 'Report']]
  for (let place = 0; place < n; place++) rows.push(rowAt(place, format))
  const content =
    format === 'csv' ? rows.map((row) => csvRow(row)).join('') : xlsxOf([{ name: 'A', data: textRows(rows) }])
  const path = join(folder, 'files', id.slice(0, 2), id)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  await ask(`
    insert into sheets (id, author_id, state, name, sha256, bytes, stored_as, sent, next_attempt_at, received_at)
    values ('${id}', '${author}', 'reading', 'follow-up.${format}', '${'a'.repeat(64)}', 1, '${id}', '', now(), now())`)
  return id
}

const rowAt = (place: number, format: string) => [
  `${format}/${Math.floor(place / inDocument)}`,
  String(place + 1),
  `States should report to the Meeting on point ${place + 1} of the plan, and exchange information with each other.`,
  place % 3 === 0 ? `Ministry ${place % 40}` : '',
  place % 3 === 0 ? '2030-12-31' : '',
  place % 3 === 0 ? 'In progress' : '',
  place % 3 === 0 ? `The working group on point ${place + 1} has met.` : '',
]

/** Watches how much memory the server uses beyond what it had when it was first seen, and the processes that read files. */
function watchMemory(instance: () => Instance) {
  const peak = { server: 0, reader: 0 }
  const idle = new Map<number, number>()
  const timer = setInterval(() => {
    const { pid } = instance()
    const used = memoryOf(pid) ?? 0
    if (!idle.has(pid)) idle.set(pid, used)
    peak.server = Math.max(peak.server, used - (idle.get(pid) ?? 0))
    for (const child of readersOf(pid)) peak.reader = Math.max(peak.reader, memoryOf(child) ?? 0)
  }, 50)
  return {
    stop() {
      clearInterval(timer)
      return peak
    },
  }
}

/** Returns the processes of a server that are Node too. */
function readersOf(pid: number): number[] {
  const children = readIfThere(`/proc/${pid}/task/${pid}/children`).trim().split(' ')
  return children.filter((child) => child !== '' && readIfThere(`/proc/${child}/comm`).startsWith('node')).map(Number)
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function resultOf(ask: Ask, id: string, format: string) {
  const [counts] = await ask(`
    select s.state::text, s.error, (select count(*)::int from sheet_rows where sheet_id = s.id and state = 'made') as made,
      (select count(*)::int from recommendations r join documents d on d.id = r.document_id
       where d.symbol like '${format}/%') as recommendations,
      (select count(distinct r.quote)::int from recommendations r join documents d on d.id = r.document_id
       where d.symbol like '${format}/%') as quotes
    from sheets s where s.id = '${id}'`)
  return JSON.stringify(counts)
}

type Figures = { read: number; imported: number; server: number; reader: number }

function print(format: string, { read, imported, server, reader }: Figures, result: string) {
  const [seconds, megabytes] = [(time: number) => (time / 1000).toFixed(1), (bytes: number) => Math.round(bytes / 1e6)]
  console.log(
    `${format}: read and checked in ${seconds(read)} s, imported in ${seconds(imported)} s with two kills; at most ${megabytes(server)} MB more in the server and ${megabytes(reader)} MB in the reader; ${result}`,
  )
}
