import { numbered, type Paragraph, type Part, type Source, writtenDate } from './corpus'

const width = 78

/** Returns the text of a paragraph with the marks of its notes. */
function withMarks({ text, notes }: Paragraph, numbers: ReadonlyMap<object, number>, mark: (n: number) => string) {
  let from = 0
  let marked = ''
  for (const note of notes) {
    marked += text.slice(from, note.at) + mark(numbers.get(note) ?? 0)
    from = note.at
  }
  return marked + text.slice(from)
}

/** Returns a document as plain text in lines of 78 characters, with blank lines between its paragraphs or without. */
export function textOf(source: Source, { blank }: { blank: boolean }): string {
  const numbers = numbered(source)
  const blocks = [[source.symbol].filter(Boolean), [writtenDate(source)], wrapped(source.title)]
  for (const part of source.parts) blocks.push(linesOf(part, numbers))
  if (numbers.size > 0) {
    blocks.push(['_______________'])
    blocks.push([...numbers].flatMap(([{ text }, number]) => wrapped(`${number} ${text}`)))
  }
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join(blank ? '\n\n' : '\n')
}

function linesOf(part: Part, numbers: ReadonlyMap<object, number>): string[] {
  if (part.sort === 'heading') return wrapped(part.text)
  if (part.sort === 'row') return [part.cells.join('\t')]
  const text = withMarks(part, numbers, String)
  if (part.apart) return [part.label, ...wrapped(text)]
  return wrapped(part.label === '' ? text : `${part.label} ${text}`)
}

function wrapped(text: string): string[] {
  const words = /\p{Script=Han}/u.test(text) ? (text.match(/.{1,38}/gu) ?? []) : text.split(' ')
  if (/\p{Script=Han}/u.test(text)) return words
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
