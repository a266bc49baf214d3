import MarkdownIt, { type Token } from 'markdown-it'
import { blocksOfText } from '@/lib/reading/block'
import { decodeText } from '../decode-text'
import { RefusedFile } from '../file-refusals'
import { paragraphBlocks } from '../paragraph-blocks'
import type { Output, Reader } from '../reader-output'
import { joinRuns } from '../runs'
import { linesIn } from './markdown-runs'
import { takeNotes } from './notes'

const deepest = 100

// At `maxNesting` the parser leaves text out without a sign of it, so a text that comes within one level is refused.
const parser = new MarkdownIt('default', { html: false, linkify: false, maxNesting: deepest + 1 })
parser.validateLink = () => true

type Reading = {
  write: Output['write']
  lists: List[]
  label?: string
  heading?: number
  cells?: string[]
}

/** A list whose items are being read. Some writers number every item alike, and readers of the text see 1, 2, 3. */
type List = { ordered: boolean; alike: boolean; next: number }

/** Reads a text in Markdown: its paragraphs, headings, items with their numbers, rows of tables, and notes. */
export const readMarkdown: Reader = (content, { write }) => {
  const { text, notes } = takeNotes(decodeText(content))
  const tokens = parser.parse(text, {})
  if (tokens.some(({ level }) => level >= deepest)) throw new RefusedFile('file_nested', { maximum: deepest })

  const reading: Reading = { write, lists: [] }
  for (const [place, token] of tokens.entries()) take(reading, token, tokens, place)
  for (const note of notes) {
    const [paragraph] = parser.parseInline(note.text, {})
    for (const block of paragraphBlocks([linesIn(paragraph?.children ?? []).flat()], { note: note.mark })) write(block)
  }
  return {}
}

function take(reading: Reading, token: Token, tokens: Token[], place: number) {
  const { type } = token
  if (type === 'heading_open') reading.heading = Number(token.tag.slice(1))
  else if (type === 'heading_close') delete reading.heading
  else if (type === 'bullet_list_open') reading.lists.push({ ordered: false, alike: false, next: 1 })
  else if (type === 'ordered_list_open') reading.lists.push(orderedList(tokens, place))
  else if (type === 'bullet_list_close' || type === 'ordered_list_close') reading.lists.pop()
  else if (type === 'list_item_open') addLabel(reading, token)
  else if (type === 'list_item_close') delete reading.label
  else if (type === 'tr_open') reading.cells = []
  else if (type === 'tr_close') writeRow(reading)
  else if (type === 'inline') takeInline(reading, token)
  else if (type === 'fence' || type === 'code_block') writeLines(reading, token.content)
}

function orderedList(tokens: Token[], place: number): List {
  const first = tokens[place]
  const written = new Set<string>()
  let items = 0
  for (let at = place + 1; at < tokens.length && tokens[at]?.level !== first?.level; at++) {
    const token = tokens[at]
    if (token?.type !== 'list_item_open' || token.level !== (first?.level ?? 0) + 1) continue
    written.add(token.info)
    items++
  }
  return { ordered: true, alike: items > 1 && written.size === 1, next: Number(first?.attrGet('start') ?? 1) }
}

function addLabel(reading: Reading, { info, markup }: Token) {
  const list = reading.lists.at(-1)
  if (!list) return
  const number = list.alike ? String(list.next++) : info
  const label = list.ordered ? `${number}${markup}` : '•'
  reading.label = reading.label === undefined ? label : `${reading.label} ${label}`
}

function takeInline(reading: Reading, { children }: Token) {
  const lines = linesIn(children ?? [])
  if (reading.cells) reading.cells.push(joinRuns(lines.flat()).text)
  else {
    const { heading, label } = reading
    const more = { ...(heading !== undefined && { heading }), ...(label !== undefined && { label }) }
    const blocks = paragraphBlocks(lines, more)
    if (blocks.length > 0) delete reading.label
    for (const block of blocks) reading.write(block)
  }
}

function writeRow(reading: Reading) {
  const { cells = [] } = reading
  delete reading.cells
  if (cells.some((cell) => cell !== '')) reading.write({ text: cells.join('\t'), cells, whole: true })
}

/** Writes the lines of a part that keeps its line breaks. */
function writeLines(reading: Reading, content: string) {
  for (const block of blocksOfText(content)) reading.write(block)
}
