import { type Line, standsApart } from './line'

const title =
  /^(?:table of contents|contents|contenido|índice|sommaire|table des matières|содержание|оглавление|目录|المحتويات|inhalt)$/iu
const columnHead =
  /^(?:(?:paragraphs?|paras\.?|pages?|paragraphes?|párrafos?|páginas?|пункты|стр\.|段次|页次)(?:\s+|$)){1,2}$/iu
const leaders = /(?:\.{4,}|…{2,}|(?:\s\.){4,})/u
const alone = /^(?:\p{Nd}{1,4}(?:\s?[–—-]\s?\p{Nd}{1,4})?|[ivxlc]{1,6}|[IVXLC]{1,6}\.?|\p{Lu}\.|\p{Nd}{1,3}\.)$/u
const entryEnd = /(?<=\S)\s(?:\p{Nd}{1,4}\s?[–—-]\s?\p{Nd}{1,4}\s)?(?:\p{Nd}{1,4}|[ivxl]{1,6})$/u
const ownNumber = /^(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){0,5}\.?|[IVXLC]{1,6}\.|\p{Lu}\.)\s+/u

/** The most lines of a table of contents. */
const mostLines = 600

/** How many further lines may stand between the title of an entry and its page. */
const ahead = 3

const isEntry = (text: string) => leaders.test(text) || entryEnd.test(text)

/** Returns the title of an entry, without its own number, its leaders and its page. */
function keyOf(text: string): string {
  const [bare = ''] = text.split(leaders, 1)
  return (bare === text ? text.replace(entryEnd, '') : bare).trim().replace(ownNumber, '').toLowerCase()
}

/** Marks tables of contents, and entries with leaders wherever they stand. */
export function markContents(lines: readonly Line[]) {
  const last = new Map<string, number>()
  for (const [place, { text }] of lines.entries()) last.set(keyOf(text), place)
  let end = 0
  for (const [place, line] of lines.entries()) {
    if (place < end) continue
    if (title.test(line.text)) end = markTable(lines, place, last)
    else if (leaders.test(line.text) && /\p{L}/u.test(line.text) && /\p{Nd}$/u.test(line.text)) line.why = 'contents'
  }
}

/** Marks the table of contents that begins at a place. Returns where it ends. */
function markTable(lines: readonly Line[], from: number, last: ReadonlyMap<string, number>): number {
  const entries = new Set<string>()
  let evidence = 0
  let end = from + 1
  for (; end < Math.min(from + mostLines, lines.length); end++) {
    const { text } = lines[end] as Line
    const key = keyOf(text)
    if (entries.has(key) && !leaders.test(text)) break
    if (columnHead.test(text) || alone.test(text)) continue
    const again = (last.get(key) ?? 0) > end
    const entry = isEntry(text) || again
    if (!entry && !leadsToEntry(lines, end)) break
    if (entry) evidence++
    entries.add(key)
  }
  while (end > from + 1 && alone.test(lines[end - 1]?.text ?? '') && ownsNext(lines, end)) end--
  if (evidence < 2) return from + 1
  for (const line of lines.slice(from, end)) line.why = 'contents'
  return end
}

const ended = /[.;:]$/

/** Returns whether a line is the title of an entry whose page stands on one of the next lines. */
function leadsToEntry(lines: readonly Line[], place: number): boolean {
  if (ended.test(lines[place]?.text ?? '')) return false
  const next = lines.slice(place + 1, place + 1 + ahead)
  const found = next.findIndex(({ text }) => isEntry(text) || /^\p{Nd}{1,4}$/u.test(text))
  return found !== -1 && next.slice(0, found).every(({ text }) => text.length < 150 && !ended.test(text))
}

/** Returns whether the number on the line before a place belongs to the heading at that place: "I." over its title. */
function ownsNext(lines: readonly Line[], place: number): boolean {
  const [number, heading] = [lines[place - 1], lines[place]]
  return heading !== undefined && /\.$/.test(number?.text ?? '') && (!standsApart(heading, number) || heading.gap <= 2)
}
