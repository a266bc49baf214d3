/** The notes of a Markdown text, by mark, and the text without them. */
export type Noted = { text: string; notes: { mark: string; text: string }[] }

const opening = /^ {0,3}\[\^([^\]\s]{1,30})\]:(.*)$/
/** A line that begins something else than the next line of a paragraph. */
const begins = /^ {0,3}(?:#{1,6}\s|>|[-*+]\s|\d{1,9}[.)]\s|\||`{3}|~{3}|\[\^)/
const fence = /^ {0,3}(`{3,}|~{3,})/

/**
 * Takes the notes out of a Markdown text: `[^1]: …`, with the rest of that paragraph and the indented paragraphs that
 * follow.
 */
export function takeNotes(markdown: string): Noted {
  const notes: Noted['notes'] = []
  const lines: string[] = []
  let fenced = ''
  let open: Noted['notes'][number] | undefined
  let wrapped = false
  for (const line of markdown.split(/\r\n?|\n/)) {
    const [, mark = ''] = fence.exec(line) ?? []
    if (mark && (fenced === '' || mark.startsWith(fenced))) fenced = fenced === '' ? mark : ''
    const [, name, text = ''] = (fenced === '' && opening.exec(line)) || []
    if (name !== undefined) {
      open = { mark: name, text: text.trim() }
      notes.push(open)
    } else if (open && (/^(?: {4}|\t)\s*\S/.test(line) || (wrapped && line.trim() !== '' && !begins.test(line))))
      open.text += ` ${line.trim()}`
    else if (open && line.trim() === '') lines.push('')
    else {
      open = undefined
      lines.push(line)
    }
    wrapped = open !== undefined && line.trim() !== ''
  }
  return { text: lines.join('\n'), notes }
}
