import { type Part, type Source, writtenDate } from './corpus'

const escaped = (text: string) => text.replaceAll('\\', '\\e').replace(/^(?=[.'])/gm, '\\&')

/** Returns a document in the language of troff, with its macros "ms", for a page of half the usual size. */
export function typesetOf(source: Source, columns: 1 | 2): string {
  const head = escaped(source.symbol || source.title)
  const lines = [
    '.pl 21c',
    '.nr PO 1.6c',
    '.nr LL 11.6c',
    '.nr LT 11.6c',
    '.nr FL 11.6c',
    '.nr PS 10',
    '.nr VS 12.5',
    '.nr HM 2c',
    '.nr FM 2c',
  ]
  lines.push(`.ds LH "${head}`, '.ds CH', '.ds RH', '.ds CF "\\n[PN]', '.P1')
  if (columns === 2) lines.push('.2C', '.nr FL 5.4c')
  if (source.symbol) lines.push('.LP', escaped(source.symbol))
  lines.push('.LP', escaped(writtenDate(source)), '.SH', escaped(source.title))
  let inTable = false
  for (const part of source.parts) {
    if (inTable && part.sort !== 'row') lines.push('.TE')
    if (!inTable && part.sort === 'row') lines.push('.TS', 'tab(|);', `l${' l'.repeat(part.cells.length - 1)}.`)
    inTable = part.sort === 'row'
    lines.push(...linesOf(part, columns))
  }
  if (inTable) lines.push('.TE')
  return `${lines.join('\n')}\n`
}

function linesOf(part: Part, columns: 1 | 2): string[] {
  if (part.sort === 'heading') return ['.SH', escaped(part.text)]
  if (part.sort === 'row') {
    const widths = columns === 2 ? [0.6, 1.8, 0.7, 1, 0.9] : [1, 4, 1.5, 2, 2]
    return [part.cells.map((cell, place) => `T{\n.ll ${widths[place]}c\n.na\n${escaped(cell)}\nT}`).join('|')]
  }
  const { label, apart, depth, text, notes } = part
  const lines: string[] = [...Array<string>(depth).fill('.RS')]
  if (apart) lines.push('.LP', `\\fB${escaped(label)}\\fP`)
  lines.push(label === '' || apart ? '.LP' : `.IP "${escaped(label)}" ${label.length > 7 ? 12 : 5}`)
  let from = 0
  for (const note of notes) {
    lines.push(`${escaped(text.slice(from, note.at))}\\**`, '.FS', escaped(note.text), '.FE')
    from = note.at
  }
  if (from < text.length) lines.push(escaped(text.slice(from).trim()))
  return [...lines, ...Array<string>(depth).fill('.RE')]
}
