import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { startReader, usualLimits } from '@/lib/formats/child/start-reader'
import type { Part, Source } from './corpus'
import { pageOf } from './page-files'
import { findProducers } from './producers'
import { wordOf } from './word-files'

const pages = 100

/** Times the process that reads a document of 100 pages, in each format, and prints the most memory that it has. */
export async function measureLong(sources: readonly Source[]) {
  console.log(`\nA document of ${pages} pages`)
  const { producers } = findProducers()
  const chromium = producers.find(({ name }) => name === 'Chromium')
  let long = repeated(sources, 8)
  if (chromium) {
    const [trial] = await chromium.print([long], 1, 'A4')
    long = repeated(sources, Math.ceil((8 * pages) / pagesIn(trial)))
    for (const columns of [1, 2] as const) {
      const [file] = await chromium.print([long], columns, 'A4')
      if (file)
        await measureOne(`PDF, ${columns} column${columns === 1 ? '' : 's'}, ${pagesIn(file)} pages`, '.pdf', file)
    }
  }
  await measureOne('DOCX', '.docx', wordOf(long, { automatic: true, columns: 1 }))
  await measureOne('HTML', '.html', Buffer.from(pageOf(long, { lists: true })))
}

const pagesIn = (file: Buffer | undefined) => file?.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 1

/** Returns one document with the parts of others, several times over. */
function repeated(sources: readonly Source[], times: number): Source {
  const latin = sources.filter(({ language }) => language === 'en')
  const titled = latin.flatMap(({ title, parts }): Part[] => [{ sort: 'heading', level: 1, text: title }, ...parts])
  const [first] = sources
  if (!first) throw new Error('The corpus is empty.')
  const parts = Array.from({ length: times }, () => titled.map(copied)).flat()
  return { ...first, name: 'long', title: 'A long report', symbol: 'LONG/1', language: 'en', parts }
}

/** Each note is told from the others by its identity. */
const copied = (part: Part): Part =>
  part.sort === 'paragraph' ? { ...part, notes: part.notes.map((note) => ({ ...note })) } : part

async function measureOne(name: string, ending: string, file: Buffer) {
  const started = performance.now()
  const { child, input, output } = await startReader(`long${ending}`, usualLimits)
  output.resume()
  input.end(file)
  const closed = once(child, 'close')
  let [most, running] = [0, true]
  closed.then(() => {
    running = false
  })
  while (running) {
    most = Math.max(most, peakOf(child.pid))
    await pause(20)
  }
  await closed
  console.log(`  ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s, ${most} MB at most`)
}

/** Returns the most memory that a process had so far, in MB. Only Linux says so. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / 1024)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return 0
    throw error
  }
}
