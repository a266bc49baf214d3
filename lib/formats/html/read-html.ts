import type { Block } from '@/lib/reading/block'
import { decodeText } from '../decode-text'
import type { Reader } from '../reader-output'
import { rowBlock } from '../row-block'
import { boundaries } from './boundaries'
import { detailsOf } from './details'
import { hiddenByRules } from './hidden-rules'
import { type List, labelOf, listOf } from './lists'
import { leadsBack, type Notes, notesIn } from './notes'
import { addText, blocksFrom, emptyBlock, type Marking, type OpenBlock } from './page-text'
import { textsLeftOut, whyLeftOut } from './shown'
import { addCell, endRow, hasRows, type Table, tableOf } from './tables'
import { type Element, parsePage, textIn, walk } from './walk'

/** Whether the text so far ends with the introduction of a list, and whether any of it has a number. */
type Before = { opens: boolean; numbered: boolean }

type Reading = {
  write: (block: Block) => void
  block: OpenBlock
  marking: Marking
  lists: List[]
  tables: (Table | undefined)[]
  cell?: Block[] | undefined
  before: Before
  notes: Notes
  hides: (element: Element) => boolean
  /** Whether the note that is being read ends with its element. Others begin within a paragraph and end with it. */
  noteHasElement?: boolean
}

/** Reads a web page: its paragraphs, list items with the labels that browsers print, rows of tables, and notes. */
export const readHtml: Reader = (content, { write }) => {
  const [, named] = /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(content.toString('latin1', 0, 1024)) ?? []
  const page = parsePage(decodeText(content, named))
  const marking = { bold: 0, raised: 0, kept: 0 }
  const before = { opens: false, numbered: false }
  const [notes, hides] = [notesIn(page), hiddenByRules(page)]
  const reading: Reading = { write, block: emptyBlock(), marking, lists: [], tables: [], before, notes, hides }
  walk(page, {
    enter: (element) => enter(reading, element),
    leave: (element) => leave(reading, element),
    text: (text) => addText(reading.block, text, reading.marking),
  })
  endBlock(reading)
  return detailsOf(page)
}

function enter(reading: Reading, element: Element): boolean {
  const { tagName } = element
  if (tagName === 'html') return true
  const why = whyLeftOut(element, reading.hides)
  if (why && why !== 'textless') for (const text of textsLeftOut(element, why)) reading.write({ text, why })
  if (why) return false
  if (tagName === 'br') {
    if (reading.marking.kept) addText(reading.block, '\n', reading.marking)
    else reading.block.lines.push([])
    return false
  }
  if (boundaries.has(tagName)) endBlock(reading)
  if (!enterNote(reading, element)) return false
  mark(reading, element, 1)
  if (tagName === 'ol' || tagName === 'ul')
    reading.lists.push({ ...listOf(element, reading.hides), nested: isWithin(reading) })
  if (tagName === 'li') addLabel(reading, element)
  if (tagName === 'table') reading.tables.push(reading.cell || !hasRows(element) ? undefined : tableOf())
  if (isCell(element) && reading.tables.at(-1)) reading.cell = []
  return true
}

/** Notes where a note begins. Returns whether what is inside belongs to the text: a mark and a way back do not. */
function enterNote(reading: Reading, element: Element): boolean {
  const { notes, marking } = reading
  const mark = notes.get(element)
  if (mark === undefined) return !(marking.note !== undefined && leadsBack(element))
  marking.note = mark
  reading.noteHasElement = boundaries.has(element.tagName)
  return reading.noteHasElement || textIn(element).replace(/^[[(]|[\])]$/g, '') !== mark
}

/** Counts the elements around the text that mark it: those that begin, or with -1 those that end. */
function mark({ marking }: Reading, { tagName }: Element, by: 1 | -1) {
  if (tagName === 'b' || tagName === 'strong' || tagName === 'th') marking.bold += by
  if (tagName === 'sup') marking.raised += by
  if (tagName === 'pre') marking.kept += by
  const [, level] = /^h([1-6])$/.exec(tagName) ?? []
  if (level && by === 1) marking.heading = Number(level)
  if (level && by === -1) delete marking.heading
}

/** Returns whether a list that begins stands within a paragraph: an item with text, or a sentence that ends with a colon. */
const isWithin = ({ lists, before }: Reading) => lists.some(({ opened }) => opened) || (before.opens && before.numbered)

function addLabel({ block, lists }: Reading, item: Element) {
  const list = lists.at(-1)
  const label = labelOf(list, item)
  if (list) list.opened = false
  if (label === undefined) return
  block.label = block.label === undefined ? label : `${block.label} ${label}`
  if (list?.nested) block.nested = true
}

/** Notes what the next list follows. */
function follow({ lists, before }: Reading, { label, text, heading, note }: Block, last: Block) {
  if (note !== undefined) return
  const list = lists.at(-1)
  if (list && label !== undefined && heading === undefined) list.opened = true
  before.numbered ||= /^\d/.test(label ?? text)
  before.opens = heading === undefined && /[:：]$/.test(last.text)
}

function leave(reading: Reading, element: Element) {
  const { tagName } = element
  if (boundaries.has(tagName)) endBlock(reading)
  mark(reading, element, -1)
  if (tagName === 'ol' || tagName === 'ul') reading.lists.pop()
  if (tagName === 'li' || tagName === 'ol' || tagName === 'ul') reading.block = { lines: reading.block.lines }
  if (tagName === 'table') reading.tables.pop()
  const table = reading.tables.at(-1)
  if (table && isCell(element)) {
    addCell(table, element, reading.cell ?? [])
    table.bold &&= tagName === 'th'
    reading.cell = undefined
  }
  if (table && tagName === 'tr') writeRow(reading, table)
  if (reading.notes.has(element) && boundaries.has(tagName)) delete reading.marking.note
}

const isCell = ({ tagName }: Element) => tagName === 'td' || tagName === 'th'

function writeRow({ write, marking: { note } }: Reading, table: Table) {
  const { bold } = table
  const cells = endRow(table)
  table.bold = true
  if (cells.flat().length > 0) write(rowBlock(cells, { ...(bold && { bold }), ...(note !== undefined && { note }) }))
}

/** Ends the block that is being read. In a row it belongs to its cell. A label waits for the first text of its item. */
function endBlock(reading: Reading) {
  const { block, marking, cell, write } = reading
  const read = blocksFrom(block, marking)
  const [first] = read
  if (!first) {
    reading.block = { ...block, lines: [[]] }
    return
  }
  reading.block = emptyBlock()
  follow(reading, first, read.at(-1) ?? first)
  if (cell) cell.push(...read)
  else for (const found of read) write(found)
  if (!reading.noteHasElement) delete marking.note
}
