import type { Block } from '@/lib/reading/block'
import { readXml, type Tag } from '../package/xml'
import type { Archive } from '../package/zip'
import {
  type Body,
  closeContainer,
  closeParagraph,
  closeRow,
  newBody,
  openContainer,
  openParagraph,
} from './body-state'
import { type NoteKind, nextMark } from './note-marks'
import { addText, type Document, leaveOut } from './paragraph'
import { isOn, takeLook, takeStand } from './styles'

/** What never prints: older states, settings, instructions, and the second form of what has two. */
const unprinted = new Set(
  (
    'mc:Fallback pPrChange rPrChange sectPrChange tblPrChange tblGridChange trPrChange tcPrChange tblPrExChange sdtPr ' +
    'sdtEndPr sectPr tblPr tblPrEx tblGrid instrText delInstrText rt'
  ).split(' '),
)

/** Reads a part with text: the text itself, or the notes, which go to `notes`. */
export function readBody(archive: Archive, part: string, document: Document, write: (block: Block) => void) {
  const body = newBody(document, write)
  readXml(archive, part, {
    open: (tag) => open(body, tag),
    close: (name) => close(body, name),
    text: (text) => print(body, text),
  })
  closeContainer(body)
}

const isDeleted = ({ properties, skipped }: Body, name: string) =>
  skipped === 0 && properties === undefined && (name === 'del' || name === 'moveFrom')

function open(body: Body, tag: Tag) {
  if (isDeleted(body, tag.name)) body.deleted = true
  if (body.skipped > 0 || body.deleted || unprinted.has(tag.name)) {
    body.skipped++
    if (body.deleted) openDeleted(body, tag)
    return
  }
  if (body.properties) takeProperty(body, tag)
  else if (!openStructure(body, tag)) openPrinted(body, tag)
}

/** Keeps what was deleted with its paragraph, also the notes that it had. */
function openDeleted(body: Body, { name, value }: Tag) {
  if (name === 't' || name === 'delText') body.printing = true
  const kind = /^(footnote|endnote)Reference$/.exec(name)?.[1] as NoteKind | undefined
  const paragraph = body.paragraphs.at(-1)
  if (!paragraph) return
  if (name === 'tab' || name === 'br') leaveOut(paragraph, ' ', 'deleted')
  if (!kind) return
  for (const { text } of body.document.notes[kind].texts.get(value('id') ?? '') ?? []) {
    leaveOut(paragraph, ` ${text}`, 'deleted')
  }
}

/** Opens what holds text. Returns whether the element is one of these. */
function openStructure(body: Body, { name, value }: Tag): boolean {
  const paragraph = body.paragraphs.at(-1)
  if (name === 'p') openParagraph(body)
  else if (name === 'pPr') body.properties = 'paragraph'
  else if (name === 'rPr') body.properties = 'run'
  else if (name === 'trPr') body.properties = 'row'
  else if (name === 'tcPr') body.properties = 'cell'
  else if (name === 'r' && paragraph) paragraph.run = {}
  else if (name === 'tr') body.rows.push({ cells: [], deleted: false })
  else if (name === 'tc') {
    const cell = { blocks: [], columns: 1 }
    body.rows.at(-1)?.cells.push(cell)
    openContainer(body, cell.blocks)
  } else if (name === 'txbxContent') openContainer(body, paragraph?.after ?? [])
  else if (name === 'footnote' || name === 'endnote') openNote(body, name, value('id'), value('type'))
  else return false
  return true
}

/** The lines that separate notes from the text are notes with a type in the file. */
function openNote(body: Body, kind: NoteKind, id: string | undefined, type: string | undefined) {
  const blocks: Block[] = []
  if (id !== undefined && (type === undefined || type === 'normal')) body.document.notes[kind].texts.set(id, blocks)
  openContainer(body, blocks)
}

const widest = 60

function takeProperty(body: Body, tag: Tag) {
  const { name, value } = tag
  const paragraph = body.paragraphs.at(-1)
  const row = body.rows.at(-1)
  if (body.properties === 'paragraph' && name === 'rPr') body.properties = 'end'
  else if (body.properties === 'paragraph' && paragraph) {
    if (name === 'pStyle') paragraph.style = value('val') ?? ''
    else takeStand(paragraph, tag)
  } else if (body.properties === 'end' && paragraph) {
    if (name === 'del' || name === 'moveFrom') paragraph.end.deleted = true
    if (name === 'vanish') paragraph.end.hidden = isOn(value('val'))
  } else if (body.properties === 'run' && paragraph) {
    if (name === 'rStyle') paragraph.run.style = value('val') ?? ''
    else takeLook(paragraph.run, tag)
  } else if (body.properties === 'row' && row && name === 'del') row.deleted = true
  else if (body.properties === 'cell' && name === 'gridSpan') {
    const cell = row?.cells.at(-1)
    if (cell) cell.columns = Math.min(widest, Math.max(1, Number.parseInt(value('val') ?? '', 10) || 1))
  }
}

const signs: Record<string, string> = { tab: '\t', ptab: '\t', noBreakHyphen: '\u2011' }

/** Opens what prints in a paragraph. */
function openPrinted(body: Body, { name, value }: Tag) {
  const { document, fields, paragraphs } = body
  const paragraph = paragraphs.at(-1)
  const sign = signs[name]
  if (name === 't' || name === 'm:t') body.printing = true
  else if (sign !== undefined) addPrinted(body, sign)
  else if (name === 'br' || name === 'cr') {
    if (!/^(?:page|column)$/.test(value('type') ?? '')) paragraph?.lines.push([])
  } else if (name === 'sym') addPrinted(body, symbolOf(value('char')))
  else if (name === 'fldChar') {
    const type = value('fldCharType')
    const field = fields.at(-1)
    if (type === 'begin') fields.push({ result: false })
    else if (type === 'separate' && field) field.result = true
    else if (type === 'end') fields.pop()
  } else if ((name === 'footnoteReference' || name === 'endnoteReference') && paragraph) {
    const kind = name === 'footnoteReference' ? 'footnote' : 'endnote'
    const id = value('id') ?? ''
    if (value('customMarkFollows') !== undefined && isOn(value('customMarkFollows'))) body.marked = { kind, id }
    else addMark(body, kind, id, nextMark(document.notes, kind))
  }
}

/** Characters of symbol fonts have no meaning outside them. */
function symbolOf(hex: string | undefined) {
  const code = Number.parseInt(hex ?? '', 16)
  return code >= 0x20 && code < 0xd800 ? String.fromCodePoint(code) : ''
}

function addMark({ document, paragraphs }: Body, kind: NoteKind, id: string, mark: string) {
  const paragraph = paragraphs.at(-1)
  if (!paragraph || mark === '') return
  addText(document, paragraph, mark, { raised: true })
  paragraph.notes.push({ mark, blocks: document.notes[kind].texts.get(id) ?? [] })
}

function print(body: Body, text: string) {
  const paragraph = body.paragraphs.at(-1)
  if (body.deleted && body.printing && paragraph) leaveOut(paragraph, text, 'deleted')
  if (!body.printing || body.skipped > 0) return
  const { marked } = body
  body.marked = undefined
  if (marked) addMark(body, marked.kind, marked.id, text.trim())
  else addPrinted(body, text)
}

/** Adds text, unless it belongs to the instruction of a field. */
function addPrinted({ document, fields, paragraphs }: Body, text: string) {
  const paragraph = paragraphs.at(-1)
  if (paragraph && text !== '' && fields.every(({ result }) => result)) addText(document, paragraph, text)
}

function close(body: Body, name: string) {
  if (body.skipped > 0) {
    body.skipped--
    if (body.deleted) body.printing = false
    if (body.skipped === 0) body.deleted = false
    return
  }
  if (name === 'rPr') body.properties = body.properties === 'end' ? 'paragraph' : undefined
  else if (name === 'pPr' || name === 'trPr' || name === 'tcPr') body.properties = undefined
  else if (body.properties) return
  else if (name === 't' || name === 'm:t') body.printing = false
  else if (name === 'p') closeParagraph(body)
  else if (name === 'tr') closeRow(body)
  else if (/^(?:tc|txbxContent|footnote|endnote)$/.test(name)) closeContainer(body)
}
