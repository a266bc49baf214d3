import { readXml } from '../package/xml'
import type { Archive } from '../package/zip'

/** How a number is shown: as a day, a time, a share of a hundred, or with a number of digits. */
export type NumberFormat = { as: 'day' | 'time' | 'percent' } | { as: 'digits'; before: number; after: number }

const between = (number: number, from: number, to: number) => number >= from && number <= to

/** Returns how the formats without a code of their own show a number. Those from 27 on are the days of East Asia. */
function builtIn(id: number): NumberFormat | undefined {
  if (between(id, 14, 17) || id === 22 || between(id, 27, 36) || between(id, 50, 58)) return { as: 'day' }
  if (between(id, 18, 21) || between(id, 45, 47)) return { as: 'time' }
  if (id === 9 || id === 10) return { as: 'percent' }
  return id === 2 ? { as: 'digits', before: 1, after: 2 } : undefined
}

/** Returns how a code such as `dd/mm/yyyy` shows a number. Only its first part counts, which is for positive numbers. */
export function formatOfCode(code: string): NumberFormat | undefined {
  const [first = ''] = code
    .slice(0, 255)
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^[\]]*\]/g, '')
    .split(';')
  if (/general/i.test(first)) return undefined
  if (/[dy]/i.test(first)) return { as: 'day' }
  if (/[hs]/i.test(first)) return { as: 'time' }
  if (/m/i.test(first)) return { as: 'day' }
  if (first.endsWith('%')) return { as: 'percent' }
  const [, before, after = ''] = /^(0+)(?:\.(0+))?$/.exec(first.trim()) ?? []
  return before === undefined ? undefined : { as: 'digits', before: before.length, after: after.length }
}

/** Reads how each style of a workbook shows numbers. */
export function readNumberFormats(archive: Archive, part: string | undefined): (NumberFormat | undefined)[] {
  const codes = new Map<number, string>()
  const formats: (NumberFormat | undefined)[] = []
  let inStyles = false
  if (part === undefined) return formats
  readXml(archive, part, {
    open({ name, value }) {
      if (name === 'numFmt') codes.set(Number(value('numFmtId')), value('formatCode') ?? '')
      if (name === 'cellXfs') inStyles = true
      if (name !== 'xf' || !inStyles) return
      const id = Number(value('numFmtId') ?? 0)
      const code = codes.get(id)
      formats.push(code === undefined ? builtIn(id) : formatOfCode(code))
    },
    close(name) {
      if (name === 'cellXfs') inStyles = false
    },
  })
  return formats
}
