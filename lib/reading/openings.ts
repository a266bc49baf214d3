import { type Opening, openingOf } from './labels'
import type { Line } from './line'
import { endsHere, type Lines, pausesHere, startsLow } from './lines'
import { comesAfter } from './sequences'
import { isFirst, partFollows } from './weak-labels'

type Latest = {
  /** The lines whose weak labels continue a sequence. */
  weak: ReadonlySet<Line>
  /** The latest labels of each sort, the last one first. */
  latest: ReadonlyMap<Opening['sort'], string[]>
}

/** The piece of the text before a line. */
type Last = { opening: Opening | undefined; lines: Lines; first: Line }

/** Returns the label of a line, if it is one, and not a number or letter at which a line of text happened to break. */
export function openingIn(
  line: Line,
  { weak, latest }: Latest,
  last: Last | undefined,
  fresh: boolean,
): Opening | undefined {
  if (line.label) return labelled(line.label, line)
  const bare = weak.has(line) && /^\p{Nd}{1,4}$/u.test(line.text)
  if (bare) return { sort: 'number', label: line.text, rest: '', marked: false, weak: true }
  const opening = openingOf(line.text)
  if (!opening) return undefined
  if (opening.weak) return weak.has(line) ? opening : undefined
  if (opening.sort === 'mark' && followsMark(line.text, last)) return opening
  if (opening.sort === 'part' && !fresh && last && goesOnInText(opening.label, last)) return undefined
  const before = last?.lines.end ?? ''
  const nested = opening.sort === 'upper' && last?.opening?.sort === 'upper' && !endsHere(before)
  return nested || opens(opening, before, latest.get(opening.sort) ?? [], fresh) ? opening : undefined
}

/** Returns whether a list marker goes on with a list, or is one that no text contains. */
const followsMark = (text: string, last: Last | undefined) =>
  !/^[-–—*]/.test(text) || (text.startsWith('*') && last?.opening?.sort === 'mark' && last.first.text.startsWith('*'))

/** Reads a label that the format of the source keeps apart from the text. */
function labelled(label: string, { text, nested }: Line): Opening {
  const read = openingOf(`${label} `) ?? openingOf(`${label}. `)
  const isPart = itemLetter.test(label) || (nested && itemNumber.test(label))
  const sort = isPart ? 'part' : (read?.sort ?? (/[\p{L}\p{Nd}]/u.test(label) ? 'number' : 'mark'))
  const bare = sort === 'mark' ? '' : (read?.label ?? label.replace(/\.$/, ''))
  return { sort, label: bare, rest: text, marked: false, weak: false }
}

const itemLetter = /^(?:\p{Ll}{1,2}|[ivxl]{1,6})[.)]?$/u
const itemNumber = /^\p{Nd}{1,3}[.)]?$/u

const inText = /(?<=\s)\(?(?:\p{Ll}|[ivxl]{1,6}|\d{1,2})\)(?=\s)/gu

/** How far back in a text the label before another is looked for, in UTF-16 units. */
const farthest = 1_000

/** Returns whether a line happens to begin with a label of a list within its sentence: "(a) to act; and / (b) to wait". */
const goesOnInText = (label: string, { lines }: Last) =>
  lines.parts
    .slice(-12)
    .join(' ')
    .slice(-farthest)
    .match(inText)
    ?.some((one) => partFollows(label, one)) ?? false

/** What a number goes on with: "paragraphs 14, 19 and" / "24." */
const counting = /(?:\p{Nd},|\p{Nd}\s(?:and|or|to|et|y)|\s(?:of|in|paragraphs?|recommendations?))$/u

const follows = (label: string, [latest]: readonly string[]) => latest !== undefined && partFollows(label, latest)

/** `before` is the end of the text before a possible label, and `last` the latest labels of its kind. */
function opens(opening: Opening, before: string, last: readonly string[], fresh: boolean): boolean {
  if (before === '') return true
  const { sort, label, rest, marked } = opening
  const high = !startsLow(rest)
  if (sort === 'mark') return pausesHere(before) || (fresh && high) || rest === ''
  if (marked) return true
  if (sort === 'named') return (fresh && high) || endsHere(before)
  if (sort === 'upper')
    return (
      high &&
      (fresh || rest === '' || (endsHere(before) && follows(label, last)) || (/:$/.test(before) && isFirst(label)))
    )
  if (sort === 'number') {
    const begins = (isFirst(label) && pausesHere(before)) || last.some((one) => label === `${one}.1`)
    const next = fresh || begins || last.length === 0 || rest === '' || last.some((one) => comesAfter(label, one))
    const figure = (label.includes('.') && !high) || (rest === '' && counting.test(before)) // "3.5 per cent"
    return !figure && (next || (high && endsHere(before)))
  }
  const chinese = label.startsWith('（') && (isFirst(label) || follows(label, last))
  return pausesHere(before) || (high && (fresh || chinese || follows(label, last)))
}
