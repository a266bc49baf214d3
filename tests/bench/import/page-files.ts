import { numbered, type Paragraph, type Part, type Source, writtenDate } from './corpus'

export type PageForm = {
  /** Whether numbers, letters and bullets are those of lists, and not typed. */
  lists: boolean
  columns?: 1 | 2
  /** Whether words may be broken at the end of a line. */
  broken?: boolean
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Puts soft hyphens into long words, as producers of pages do where a word can be broken. */
const breakable = (text: string) =>
  text.replace(/\p{Ll}{9,}/gu, (word) => word.replace(/([aeiou][^aeiou\W])(?=[^aeiou\W]?[aeiou]p{Ll}{2})/g, '$1\u00AD'))

/** Returns a document as a web page. */
export function pageOf(source: Source, form: PageForm): string {
  const numbers = numbered(source)
  const set = (text: string) => escaped(form.broken ? breakable(text) : text)
  const mark = (number: number) => `<sup><a href="#n${number}" id="r${number}">${number}</a></sup>`
  const textOf = (paragraph: Paragraph) => {
    let from = 0
    let html = ''
    for (const note of paragraph.notes) {
      html += set(paragraph.text.slice(from, note.at)) + mark(numbers.get(note) ?? 0)
      from = note.at
    }
    return html + set(paragraph.text.slice(from))
  }
  const body = form.lists ? inLists(source.parts, textOf) : source.parts.map((part) => typed(part, textOf)).join('\n')
  const notes = [...numbers].map(
    ([{ text }, number]) => `<p id="n${number}"><a href="#r${number}">${number}</a> ${set(text)}</p>`,
  )
  return `<!doctype html><html lang="${source.language}"><head><meta charset="utf-8"><title>${escaped(source.title)}</title>
<style>${styles(form)}</style></head><body>${source.symbol && `<p>${source.symbol}</p>`}<p>${writtenDate(source)}</p><h1>${escaped(source.title)}</h1>
${withTables(body)}${notes.length > 0 ? `<hr><div class="notes">${notes.join('\n')}</div>` : ''}</body></html>`
}

const styles = ({ columns = 1 }: PageForm) => `
body { font: 10pt/1.25 'DejaVu Serif', 'WenQuanYi Zen Hei', serif; columns: ${columns}; column-gap: 8mm; text-align: ${columns === 2 ? 'justify' : 'start'} }
h1 { font-size: 15pt } h2 { font-size: 13pt } h3 { font-size: 11pt } h4 { font-size: 10pt }
h1, h2, h3, h4 { break-after: avoid } td, th { vertical-align: top; text-align: start; padding: 2pt 4pt }
.label { display: inline-block; min-width: 2.4em; padding-inline-end: .4em } sup { font-size: 6.5pt; line-height: 0 } a { color: inherit; text-decoration: none }
.notes { font-size: 7.5pt }`

const heading = (level: number, text: string) => `<h${level + 1}>${escaped(text)}</h${level + 1}>`
const row = (cells: string[], tag: string) =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`

/** Puts the rows that follow each other into one table. */
const withTables = (body: string) => body.replace(/(?:<tr>.*<\/tr>\s*)+/g, (rows) => `<table>${rows}</table>`)

function typed(part: Part, textOf: (paragraph: Paragraph) => string): string {
  if (part.sort === 'heading') return heading(part.level, part.text)
  if (part.sort === 'row') return row(part.cells, part.head ? 'th' : 'td')
  const { label, apart, depth } = part
  const indent = depth > 0 ? ` style="margin-left: ${depth * 8}mm"` : ''
  if (apart) return `<p${indent}><b>${label}</b></p><p${indent}>${textOf(part)}</p>`
  return `<p${indent}>${label === '' ? '' : `<span class="label">${label}</span> `}${textOf(part)}</p>`
}

const listed = /^(?:(\d+)\.|\(?([a-z])\)|(•))$/

/** Returns the parts as items of lists where a browser would print their labels. Items are nested by their depth. */
function inLists(parts: readonly Part[], textOf: (paragraph: Paragraph) => string): string {
  const html: string[] = []
  const open: string[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) html.push(`</li></${open.pop()}>`)
  }
  for (const part of parts) {
    const [, number, letter, bullet] = part.sort === 'paragraph' ? (listed.exec(part.label) ?? []) : []
    if (part.sort !== 'paragraph' || !(number || letter || bullet) || open.length < part.depth) {
      closeTo(0)
      html.push(typed(part, textOf))
      continue
    }
    closeTo(part.depth + 1)
    const tag = bullet ? 'ul' : 'ol'
    const value = number ?? (letter ? String(letter.charCodeAt(0) - 96) : '')
    if (open.length > part.depth) html.push('</li>')
    else {
      html.push(`<${tag}${letter ? ' type="a"' : ''}${value ? ` start="${value}"` : ''}>`)
      open.push(tag)
    }
    html.push(`<li${value ? ` value="${value}"` : ''}>${textOf(part)}`)
  }
  closeTo(0)
  return html.join('\n')
}
