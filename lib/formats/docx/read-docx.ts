import { type Archive, openArchive } from '../package/zip'
import type { Reader } from '../reader-output'
import { readCore } from './core'
import { newCounters } from './labels'
import { readNoteMarks } from './note-marks'
import { readNumbering } from './numbering'
import type { Document } from './paragraph'
import { type Parts, partsOf } from './parts'
import { readBody } from './read-body'
import { readStyles } from './styles'

/**
 * Reads a Word document as it prints: with the labels of its lists, with what was inserted, and without what was deleted,
 * moved away or hidden. Notes follow the paragraph that has their mark, and a table is read row by row.
 */
export const readDocx: Reader = (content, { write, progress }) => {
  const archive = openArchive(content)
  const parts = partsOf(archive)
  const shared: Omit<Document, 'counters'> = {
    styles: readStyles(archive, parts),
    numbering: readNumbering(archive, parts),
    notes: readNoteMarks(archive, parts),
    resolved: new Map(),
  }
  const details = readCore(archive, parts)
  for (const part of [parts.footnotes, parts.endnotes]) {
    if (part === undefined) continue
    const document: Document = { ...shared, counters: newCounters() }
    readBody(archive, part, document, (block) => {
      if (block.why) write(block)
    })
  }
  for (const text of textsAtEdges(archive, parts, shared)) write({ text, why: 'running_head' })
  progress(0.1)
  readBody(archive, parts.document, { ...shared, counters: newCounters() }, write)
  progress(1)
  return details
}

/** Returns what stands at the head and the foot of the pages, each text once. */
function textsAtEdges(archive: Archive, { edges }: Parts, shared: Omit<Document, 'counters'>): Set<string> {
  const texts = new Set<string>()
  for (const part of edges) {
    readBody(archive, part, { ...shared, counters: newCounters() }, ({ text }) => {
      if (text.trim() !== '') texts.add(text.trim())
    })
  }
  return texts
}
