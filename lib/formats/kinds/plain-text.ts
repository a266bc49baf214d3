import type { Detected } from './file-kinds'
import { type Bytes, bytesAt } from './read-bytes'

const part = 64 * 1024

/**
 * Returns the kind of a text: an email, a table, or a plain text. Refuses pages and scripts, which a browser or a system
 * could run. Returns undefined for anything that is no text. Reads all of it, in parts.
 */
export async function textKind(file: Bytes): Promise<Detected | undefined> {
  const head = await bytesAt(file, 0, part)
  const encoding = encodingOf(head)
  if (!(await isText(file, encoding))) return undefined

  const text = new TextDecoder(encoding).decode(head).trimStart()
  if (/^<(\?|!|[a-z][\w:-]*[\s/>])/i.test(text)) return { refused: 'evidence_type_page' }
  if (/^(#!|@echo off\b)/i.test(text)) return { refused: 'evidence_type_program' }
  if (isEmail(text)) return { kind: 'eml' }
  return { kind: isTable(text) ? 'csv' : 'txt' }
}

/** Control characters that no text contains, which are all but tabs, line breaks and form feeds. */
const isControl = (code: number) => code < 32 && !(code >= 9 && code <= 13)

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** Returns the encoding that the first two bytes mark. Older encodings have the control characters of UTF-8. */
export function encodingOf([first, second]: Buffer): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** Returns whether no part of a file contains control characters. In UTF-16, a character has two bytes. */
async function isText(file: Bytes, encoding: Encoding) {
  const read = { 'utf-16le': 'readUInt16LE', 'utf-16be': 'readUInt16BE' } as const
  for (let at = 0; ; at += part) {
    const bytes = await bytesAt(file, at, part)
    if (bytes.length === 0) return true
    if (encoding === 'utf-8') {
      if (bytes.some(isControl)) return false
      continue
    }
    if (bytes.length % 2 === 1) return false
    for (let place = 0; place < bytes.length; place += 2) if (isControl(bytes[read[encoding]](place))) return false
  }
}

const known = new Set(['date', 'to', 'received', 'message-id', 'mime-version', 'reply-to', 'cc'])

/** Returns whether a text begins like an email: with the name of a field on each line, among them the sender. */
function isEmail(text: string) {
  const names = new Set<string>()
  for (const line of text.split('\n', 200)) {
    if (line.trim() === '') break
    if (/^[ \t]/.test(line)) continue
    const [, name] = /^([!-9;-~]{1,80}):/.exec(line) ?? []
    if (name === undefined) return false
    names.add(name.toLowerCase())
  }
  return names.has('from') && (names.has('subject') || [...names].filter((name) => known.has(name)).length >= 2)
}

const separators = [',', ';', '\t']
const rows = 50

/** Returns whether the first lines of a text have the same number of columns. */
function isTable(text: string) {
  const lines = text.split('\n', rows + 1).filter((line) => line.trim() !== '')
  // The last line may have been cut.
  const whole = lines.length > rows || text.length >= part ? lines.slice(0, -1) : lines
  if (whole.length < 2) return false
  return separators.some((separator) => {
    const [first = 0, ...others] = whole.map((line) => line.replaceAll(/"[^"]*"/g, '').split(separator).length)
    return first > 1 && others.every((columns) => columns === first)
  })
}
