import type { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { writeFormat, writerLimits } from '@/lib/publications/write-format'
import { samplePublication } from '../support/sample-publication'

const signal = new AbortController().signal
const fonts = '/no-such-folder'
const whole = async (file: Readable) => Buffer.concat(await file.toArray())
const content = (rows = 3) => JSON.stringify(samplePublication({ rows }))

const formats = [
  { format: 'pdf', begins: '%PDF-' },
  { format: 'docx', begins: 'PK' },
] as const
for (const { format, begins } of formats) {
  test(`a process of its own sets a report as ${format}, twice with the same bytes`, async () => {
    const first = await writeFormat(content(), format, { signal, fonts }, whole)
    const second = await writeFormat(content(), format, { signal, fonts }, whole)

    expect(first.ok && first.value.toString('latin1').startsWith(begins)).toBe(true)
    expect(second).toEqual(first)
  })
}

const refusals = [
  { why: 'takes too long', limits: { time: 20 }, code: 'publication_format_timed_out' },
  { why: 'takes too much memory', limits: { memory: 30 * 1024 ** 2 }, code: 'publication_format_memory' },
  { why: 'is no report', said: '{"version":2}', code: 'publication_format_failed' },
] as const
for (const { why, code, ...changed } of refusals) {
  test(`a report that ${why} is not set, and the process ends`, async () => {
    const { said = content(2000), limits = {} } = changed as { said?: string; limits?: object }
    const options = { signal, fonts, limits: { ...writerLimits, ...limits } }

    expect(await writeFormat(said, 'pdf', options, whole)).toEqual({ ok: false, code })
  })
}

test('a signal ends the work', async () => {
  const stopped = new AbortController()
  const begun = writeFormat(content(2000), 'pdf', { signal: stopped.signal, fonts }, whole)
  stopped.abort(new Error('Stopped.'))

  await expect(begun).rejects.toThrow('Stopped.')
})
