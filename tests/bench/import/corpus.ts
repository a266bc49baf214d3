import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Note = { at: number; text: string }

/** A recommendation as a document has it, and whom it addresses. */
export type Required = { quote: string; addressees: string[] }

/** What a document asks for, and sentences that may be offered or not. */
export type Asked = { required: Required[]; permitted: string[] }

export type Heading = { sort: 'heading'; level: number; text: string }

export type Paragraph = Asked & {
  sort: 'paragraph'
  /** As printed: "1.", "(a)", "•". Empty if there is none. */
  label: string
  /** Whether the label stands alone on the line above the text. */
  apart: boolean
  depth: number
  text: string
  sentences: string[]
  /** The notes, each with its place in the text in UTF-16 units. */
  notes: Note[]
}

export type Row = Asked & { sort: 'row'; head: boolean; cells: string[]; sentences: string[] }

export type Part = Heading | Paragraph | Row

/** Rules are tuned on documents of the first group only. The others show what the rules do with texts of other people. */
export const groups = ['tuned', 'held-out', 'unseen'] as const
export type Group = (typeof groups)[number]

/** A document of the corpus: what it contains, from which its files are made and against which they are checked. */
export type Source = {
  name: string
  group: Group
  language: string
  title: string
  symbol: string
  date: string
  parts: Part[]
}

const folder = join('tests', 'bench', 'corpus')

/** Reads the documents of the corpus, one group after the other. */
export const readCorpus = (): Source[] =>
  groups.flatMap((group) =>
    readdirSync(join(folder, group))
      .sort()
      .map((file) => ({
        name: file.replace('.txt', ''),
        group,
        ...readSource(readFileSync(join(folder, group, file), 'utf8')),
      })),
  )

function readSource(text: string): Omit<Source, 'name' | 'group'> {
  const lines = text.split('\n').filter((line) => line !== '')
  const start = lines.findIndex((line) => !/^[a-z]+: /.test(line))
  const details = new Map(lines.slice(0, start).map((line) => line.split(/: (.*)/s, 2) as [string, string]))
  const [language = 'en', title = '', symbol = '', date = ''] = ['language', 'title', 'symbol', 'date'].map((name) =>
    details.get(name),
  )
  const space = language === 'zh' ? '' : ' '
  return { language, title, symbol, date, parts: lines.slice(start).map((line) => partOf(line, space)) }
}

function partOf(line: string, space: string): Part {
  const [, level, heading] = /^(#+) (.*)$/.exec(line) ?? []
  if (level && heading) return { sort: 'heading', level: level.length, text: heading }
  if (line.startsWith('|')) return rowOf(line)
  const [, depth = '', label = '', mark, marked = ''] = /^(>*) ?\[(.*?)(\|?)\] (.*)$/s.exec(line) ?? []
  const { text: bare, notes } = withoutNotes(marked, space)
  const own = { sort: 'paragraph' as const, label, apart: mark === '|', depth: depth.length, notes }
  return { ...own, ...plain(bare), ...askedIn(bare) }
}

function rowOf(line: string): Row {
  const head = line.startsWith('|=')
  const cells = line
    .replace(/^\|=?/, '')
    .split('|')
    .map((cell) => cell.trim())
  const asked = cells.map(askedIn)
  return {
    sort: 'row',
    head,
    cells: cells.map((cell) => plain(cell).text),
    sentences: cells.flatMap((cell) => (/^[§~]/.test(cell) ? plain(cell).sentences : [])),
    required: asked.flatMap(({ required }) => required),
    permitted: asked.flatMap(({ permitted }) => permitted),
  }
}

const marks = /§(?:\{([^}]*)\} ?)?|~/g
const sentenceEnd = / ?\/\/ ?/

/** Takes the notes out of a text. Their places are counted in the text without any signs. */
function withoutNotes(marked: string, space: string): { text: string; notes: Note[] } {
  const parts = marked.split(/\[\^(.*?)\]/)
  const notes: Note[] = []
  let text = ''
  for (const [place, part] of parts.entries()) {
    if (place % 2 === 0) text += part
    else notes.push({ at: text.replace(marks, '').replaceAll(new RegExp(sentenceEnd, 'g'), space).length, text: part })
  }
  return { text: text.replaceAll(new RegExp(sentenceEnd, 'g'), space === '' ? '//' : ' // '), notes }
}

function plain(marked: string) {
  const sentences = marked.replace(marks, '').split(sentenceEnd)
  return { text: sentences.join(marked.includes(' // ') ? ' ' : ''), sentences }
}

/** Returns what a text asks for: from each mark to the end of its sentence. */
function askedIn(marked: string): Asked {
  const asked: Asked = { required: [], permitted: [] }
  for (const sentence of marked.split(sentenceEnd)) {
    const found = [...sentence.matchAll(marks)]
    if (found.some(({ index }) => index > 0)) asked.permitted.push(sentence.replace(marks, ''))
    for (const [place, { 0: mark, 1: names = '', index }] of found.entries()) {
      const quote = sentence.slice(index + mark.length, found[place + 1]?.index).trim()
      if (mark === '~') asked.permitted.push(quote)
      else asked.required.push({ quote, addressees: names.split(',').flatMap((name) => name.trim() || []) })
    }
  }
  return asked
}

/** Returns the notes of a document with their numbers, in order. */
export const numbered = ({ parts }: Source) => {
  let number = 0
  return new Map(
    parts.flatMap((part) => (part.sort === 'paragraph' ? part.notes : [])).map((note) => [note, ++number] as const),
  )
}

const formats: Record<string, Intl.DateTimeFormat> = {}

/** Returns the day of a document as its language writes it. */
export function writtenDate({ language, date }: Source): string {
  formats[language] ??= new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return formats[language].format(new Date(date))
}
