import type { Token } from 'markdown-it'
import type { Run } from '../runs'

const noteMark = /\[\^([^\]\s]{1,30})\]/g

const labelled = /^(?:\(?[\p{L}\d]{1,5}[.)]|[-–•])\s/u

/**
 * Returns the lines of a paragraph, without the signs of Markdown. A line that its writer only wrapped is no line of its
 * own, unless it begins with a label. A mark of a note is superscript.
 */
export function linesIn(parts: readonly Token[]): Run[][] {
  const lines: Run[][] = [[]]
  let bold = 0
  for (const [place, { type, content, children }] of parts.entries()) {
    if (type === 'strong_open') bold++
    else if (type === 'strong_close') bold--
    else if (type === 'hardbreak' || (type === 'softbreak' && labelled.test(parts[place + 1]?.content ?? '')))
      lines.push([])
    else lines.at(-1)?.push(...runsOf(type, content, children ?? [], bold > 0))
  }
  return lines
}

function runsOf(type: string, content: string, children: Token[], bold: boolean): Run[] {
  if (type === 'softbreak') return [{ text: ' ', bold }]
  if (type === 'image') return linesIn(children).flat()
  if (type === 'code_inline') return [{ text: content, bold }]
  return type === 'text' || type === 'text_special' ? withMarks(content, bold) : []
}

function withMarks(text: string, bold: boolean): Run[] {
  return text
    .split(noteMark)
    .map((part, place) => (place % 2 === 0 ? { text: part, bold } : { text: part, raised: true }))
    .filter((run) => run.text !== '')
}
