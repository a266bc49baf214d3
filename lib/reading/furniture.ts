import type { Line } from './line'
import type { Why } from './removed'

const symbol =
  /(?<![^\s([])[A-Z]{1,8}(?:\/(?:[A-Z][a-z]{1,6}\.\d{1,4}|[A-Z0-9.()-]+)(?:\s\((?:Vol|Part)\.?\s[IVX\d]{1,4}\))?)+\*{0,2}(?![^\s\])])/g
const jobNumber = /(?<!\S)(?:(?:[A-Z]{1,3}\.)?\d{2}-\d{5}|\*\d{6,8}\*)(?!\S)/g
/** The language of an issue and the days on which it was printed, as they stand beside a job number. */
const besideJob = /(?<!\S)(?:\([A-Z]\)|\d{6})(?!\S)/g

const pageWord = String.raw`(?:page|p\.|pág\.|página|seite|стр\.|страница|صفحة)`
const roman = /^(?=[ivxl]{2,7}$)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/
const pageNumber = [
  new RegExp(
    String.raw`^[-–—|[]?\s?(?:${pageWord}\s?)?\p{Nd}{1,4}(?:\s?(?:\/|of|de|sur|von|из|من)\s?\p{Nd}{1,4})?\s?[-–—|\]]?$`,
    'iu',
  ),
  /^第\s?\d{1,4}\s?页(?:[\s,，/]*共\s?\d{1,4}\s?页)?$/,
  roman,
]

/** The most words beside a symbol in a line that shows it. */
const besideSymbol = 6

/** Returns the symbol of the document that a line shows, and does not only mention: "United Nations  A/70/12". */
export function symbolIn(text: string): string | undefined {
  if (text.length > 120) return undefined
  const [found] = text.match(symbol)?.filter((one) => /\d/.test(one)) ?? []
  const rest = found === undefined ? text : text.replace(found, ' ')
  if (found !== undefined)
    return /[()[\]]|[.;:]$/.test(rest) || rest.trim().split(/\s+/).length > besideSymbol
      ? undefined
      : found.replaceAll('*', '')
  return ownNumber.test(text) ? text : undefined
}

/** Numbers of reports that stand alone: "GAO-26-107733", "HC 512", "Report No. 14 2026–27". */
const ownNumber =
  /^(?:[A-Z]{2,6}(?:-[A-Z\d]{1,8}){0,3}-\d{2,8}[A-Z]{0,3}|(?!PAGE|PART|ANNEX|TABLE)[A-Z]{2,4} (?:\d{2,4}|\d{1,4}\/\d{4})|(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)? )?(?:Report|Rapport|Informe) (?:No\.? |n° ?)?\d[\d/–-]*(?:[:,]? \d{4}[–/-]\d{2,4})?)$/

export const isPageNumber = (text: string) => pageNumber.some((pattern) => pattern.test(text))

/** Returns what a line of a page's furniture is, or undefined for a line of the text. */
export function furnitureIn(text: string): Why | undefined {
  if (text.length > 120 || !(/\p{Nd}/u.test(text) || roman.test(text))) return undefined
  if (isPageNumber(text)) return 'page_number'
  const withoutJob = text.replace(jobNumber, ' ')
  const withoutSymbol = withoutJob.replace(symbol, (found) => (/\d/.test(found) ? ' ' : found))
  const [hasJob, hasSymbol] = [withoutJob !== text, withoutSymbol !== withoutJob]
  if (!hasJob && !hasSymbol) return undefined
  const rest = (hasJob ? withoutSymbol.replace(besideJob, ' ') : withoutSymbol).trim().replace(/^[,|]\s?/, '')
  if (rest !== '' && !isPageNumber(rest)) return undefined
  return hasJob ? 'job_number' : 'symbol'
}

/** Marks the page numbers, symbols and job numbers among the lines, but not the lines that begin with labels. */
export function markFurniture(lines: readonly Line[], labels: ReadonlySet<Line>) {
  for (const line of lines) {
    if (line.why || line.cells || line.label || labels.has(line)) continue
    const why = furnitureIn(line.text)
    if (why && !(why === 'page_number' && line.whole)) line.why = why
  }
}
