import { isPageNumber } from './furniture'
import { grouped } from './group-by-key'
import { openingOf } from './labels'
import { type Line, standsApart } from './line'
import { endsHere, startsLow } from './lines'

/** How many lines at the top and at the foot of a page can belong to the page. */
const mostAtEdge = 4

const longestHead = 150

const edgeNumber =
  /^(?:\p{Nd}{1,4}|[ivxl]{1,6}) (?:[|·–—-] )?(?=\S)|(?<=\S) (?:[|·–—-] )?(?:\p{Nd}{1,4}|[ivxl]{1,6})$/gu

const spacedOnce = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Returns a running head without the page number before or after it, in small letters. */
const bareHead = (text: string) => spacedOnce(text).replace(edgeNumber, '').toLowerCase()

const numberAtEdge = (text: string) => Number(/^(\d{1,4})\s|\s(\d{1,4})$/.exec(text)?.slice(1).find(Boolean) ?? NaN)

/** Marks what repeats at the top or the foot of pages, of a source whose pages are known. */
export function markRunningHeads(lines: readonly Line[]) {
  const pages = pagesOf(lines)
  if (pages.size < 2) return
  const [first = []] = pages.values()
  const titles = new Set(first.slice(0, 8).map(({ text }) => bareHead(text)))
  const repeated = repeatedIn(pages)
  const offset = offsetOf(pages)
  for (const [page, sheet] of pages) {
    const isHead = (line: Line, place: string, apart: boolean) => {
      if (line.text.length > longestHead || !/\p{L}/u.test(line.text)) return false
      const count = repeated.get(`${place} ${keyOf(line)}`) ?? 0
      if (count > 2 || (count === 2 && apart)) return true
      if (!apart || openingOf(line.text)) return false
      const isTitle = sheet !== first && titles.has(bareHead(line.text))
      return isTitle || numberAtEdge(line.text) === page + offset
    }
    peel(sheet, (line, place, next) => isHead(line, `top ${place}`, !next || standsApart(next, line)))
    peel(sheet.toReversed(), (line, place, next) => isHead(line, `foot ${place}`, standsApart(line, next)))
  }
}

/** Marks the lines of an edge, from the outside, until one of them belongs to the text. */
function peel(edge: readonly Line[], isHead: (line: Line, place: number, next: Line | undefined) => boolean) {
  let numbers = 0
  for (const [place, line] of edge.slice(0, mostAtEdge).entries()) {
    if (isPageNumber(line.text)) {
      line.why ??= 'page_number'
      numbers++
    } else if (line.why || isHead(line, place - numbers, edge[place + 1])) line.why ??= 'running_head'
    else return
  }
}

const pagesOf = (lines: readonly Line[]) =>
  grouped(
    lines.filter(({ page, whole }) => page !== undefined && !whole),
    ({ page = 0 }) => page,
  )

/** Lines are alike if they differ in their numbers alone, and if those are as far from the number of their page. */
function keyOf({ text, page = 0 }: Line): string {
  if (openingOf(text)) return text
  return text.replace(/\d{1,4}/g, (number) =>
    Math.abs(Number(number) - page) < 1000 ? `#${Number(number) - page}` : number,
  )
}

/** Returns on how many pages each line stands in the same place, if some two of those pages are near each other. */
function repeatedIn(pages: ReadonlyMap<number, readonly Line[]>): Map<string, number> {
  const found = new Map<string, Set<number>>()
  for (const [page, sheet] of pages) {
    for (const line of [...edgeOf(sheet, 'top'), ...edgeOf(sheet.toReversed(), 'foot')]) {
      found.set(line, (found.get(line) ?? new Set()).add(page))
    }
  }
  const counts = new Map<string, number>()
  for (const [key, on] of found) {
    const near = [...on].some((page) => on.has(page + 1) || on.has(page + 2))
    if (on.size > 1 && near) counts.set(key, on.size)
  }
  return counts
}

/** Returns the keys of the outermost lines of a page, each with its place. A page number takes no place. */
const edgeOf = (edge: readonly Line[], name: 'top' | 'foot') =>
  edge
    .slice(0, mostAtEdge)
    .filter(({ text }) => !isPageNumber(text))
    .map((line, place) => `${name} ${place} ${keyOf(line)}`)

/** Returns the difference between the printed number of most pages and their place, or 0. */
function offsetOf(pages: ReadonlyMap<number, readonly Line[]>): number {
  const counts = new Map<number, number>()
  for (const [page, sheet] of pages) {
    for (const { text } of [...sheet.slice(0, 2), ...sheet.slice(-2)]) {
      const number = /^\d{1,4}$/.test(text) ? Number(text) : numberAtEdge(text)
      if (!Number.isNaN(number)) counts.set(number - page, (counts.get(number - page) ?? 0) + 1)
    }
  }
  const [best] = [...counts].sort((one, other) => other[1] - one[1])
  return best && best[1] > 1 ? best[0] : 0
}

/** A line that may be a running head, among the lines of a text without pages. */
type Head = { line: Line; key: string; interrupts: boolean; numbered: boolean; beside: boolean }

/** Words before a number that is not that of a page: "Annex 3". */
const structure =
  /^(?:annex|annexe|appendix|article|box|chapter|decision|figure|goal|item|part|resolution|section|table|target)$/

/** Marks the running heads of a text whose pages are not known, by what they interrupt and what stands beside them. */
export function markInterruptions(lines: readonly Line[]) {
  const heads = grouped(headsIn(lines), ({ key }) => key)
  for (const [key, found] of heads) {
    const interrupting = found.some(({ interrupts }) => interrupts)
    const numbered = found.filter(({ numbered }) => numbered).length
    const beside = found.every(({ beside }) => beside)
    const repeats = found.length > 1 && (interrupting || beside || (numbered > 1 && found.some(({ beside }) => beside)))
    const once = interrupting && found.some(({ numbered, beside }) => beside || (numbered && !structure.test(key)))
    if (repeats || once) for (const { line } of found) line.why = 'running_head'
  }
}

/** Returns the lines that stand alone between others. Those that stand in a row interrupt the same text. */
function headsIn(lines: readonly Line[]): Head[] {
  const heads: Head[] = []
  let run: Head[] = []
  let before: Line | undefined
  for (const [place, line] of lines.entries()) {
    if (line.why) continue
    const next = lines[place + 1]
    const last = lines[place - 1]
    const alone = (standsApart(line, last) || last?.why) && (!next || standsApart(next, line) || next.why)
    if (alone && mayBeHead(line)) {
      const numbered = bareHead(line.text) !== spacedOnce(line.text).toLowerCase()
      const beside = [last, next].some((one) => one?.why === 'page_number' || one?.why === 'symbol')
      run.push({ line, key: bareHead(line.text), interrupts: false, numbered, beside })
      continue
    }
    const interrupts = before !== undefined && !endsHere(before.text) && startsLow(line.text)
    for (const head of run) heads.push({ ...head, interrupts })
    run = []
    before = line
  }
  return heads.concat(run)
}

const mayBeHead = ({ text, whole, cells, heading }: Line) =>
  !whole &&
  !cells &&
  !heading &&
  text.length <= longestHead &&
  /\p{L}/u.test(text) &&
  !/[.:;,!?…。；，]$/u.test(text) &&
  !startsLow(text) &&
  openingOf(text) === undefined
