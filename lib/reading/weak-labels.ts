import { grouped } from './group-by-key'
import type { HeadingLines } from './heading-lines'
import { type Opening, openingOf } from './labels'
import { type Line, standsApart } from './line'
import { endsHere, pausesHere, startsLow } from './lines'
import { comesAfter, placesOf } from './sequences'

/** A line that begins with what may be a label, and the labels that it would continue. */
type Entry = {
  line: Line
  place: number
  label: string
  weak: boolean
  /** Whether small letters follow, as they do after a word: "a plan". */
  low: boolean
  stands: boolean
  apart: boolean
  opensList: boolean
  /** Whether the next line belongs to it. */
  goesOn: boolean
}

/** How many labels further on the next label of a sequence may stand. */
const ahead = 12

/**
 * Returns the lines that begin with a label which is one only because it continues a sequence, or stands to the left of
 * its text: "14 The", "a. The", "12A", "R3".
 */
export function weakLabelsIn(lines: readonly Line[], { lasts }: HeadingLines): Set<Line> {
  const entries: [string, Entry][] = []
  let before: Line | undefined
  let numbered = 0
  const hanging: Line[] = []
  const bare: [string, Entry][] = []
  for (const [place, line] of lines.entries()) {
    if (line.why) continue
    const opening = bareNumber(line, lines[place + 1]) ?? openingOf(line.text)
    if (opening && opening.sort !== 'mark' && opening.sort !== 'upper') {
      const apart =
        line.whole ||
        standsApart(line, before) ||
        lines[place - 1]?.why !== undefined ||
        lasts.has(lines[place - 1] ?? line)
      const stands = before === undefined || pausesHere(before.text) || (apart && opening.rest !== '')
      const opensList = before === undefined || before.text.endsWith(':')
      const { label, weak, sort } = opening
      const low = weak && sort === 'part' && startsLow(opening.rest)
      if (weak && line.hanging) hanging.push(line)
      const next = lines[place + 1]
      const goesOn = next !== undefined && !next.why && line.size !== undefined && !standsApart(next, line)
      const entry = { line, place, label, weak, low, stands, apart, opensList, goesOn }
      if (!opening.weak && /^\p{Nd}+$/u.test(opening.label)) numbered++
      for (const family of familiesOf(opening)) {
        if (opening.weak && opening.rest === '' && /^\p{Nd}+$/u.test(line.text)) bare.push([family, entry])
        else entries.push([family, entry])
      }
    }
    before = line
  }
  // Where paragraphs have numbers with a full stop, a number alone on its line is that of a page.
  const all = numbered === 0 ? entries.concat(bare).sort(([, one], [, other]) => one.place - other.place) : entries
  const families = grouped(all, ([family]) => family)
  const sure = [...families.values()].flatMap((family) => continuing(family.map(([, entry]) => entry)))
  return new Set([...hanging, ...sure])
}

/** Reads a number alone on its line, before a line that can begin a paragraph. */
function bareNumber({ text }: Line, next: Line | undefined): Opening | undefined {
  if (!/^\p{Nd}{1,4}$/u.test(text) || !next || next.why || startsLow(next.text) || !/\p{L}/u.test(next.text)) return
  return { sort: 'number', label: text, rest: '', marked: false, weak: true }
}

/** Returns the sequences to which a label can belong. */
function familiesOf({ sort, label }: Opening): string[] {
  if (sort === 'part') return [...placesOf(label).keys()].map((counting) => `${counting} ${/^\(?/.exec(label)?.[0]}`)
  if (sort === 'named') return [label.split(' ', 1)[0] ?? '']
  return [/^(?:19|20)\p{Nd}{2}\//u.exec(label)?.[0] ?? /^[^\p{Nd}]*/u.exec(label)?.[0] ?? '']
}

const isNext = (entry: Entry, last: string) => comesAfter(entry.label, last) || partFollows(entry.label, last)

/** Returns whether one part follows another in any of their numberings: "(b)" after "(a)". */
export function partFollows(label: string, last: string): boolean {
  const places = placesOf(label)
  return [...placesOf(last)].some(([counting, place]) => places.get(counting) === place + 1)
}

/** Returns whether a label can be the first of a list. */
export const isFirst = (label: string) => [...placesOf(label).values()].includes(1) || /(?:^|\.|\p{L})1$/u.test(label)

function continuing(entries: readonly Entry[]): Line[] {
  const found: Line[] = []
  let last: string | undefined
  // Headings with numbers of their own can stand between those of paragraphs: "12", "13", "2. Costs", "14".
  let lastWeak: string | undefined
  let lowList = false
  for (const [place, entry] of entries.entries()) {
    const continues = [last, entry.weak ? lastWeak : undefined].some(
      (before) =>
        before !== undefined &&
        ((isNext(entry, before) && (!entry.low || lowList)) || (found.length > 1 && skips(entry, before))),
    )
    // A number at which a line of text happened to break says nothing about the labels around it.
    if (!entry.weak && !continues && !entry.stands && found.length > 0) continue
    if (entry.weak && !continues) {
      const next = entries[place + 1]
      const inList = isLetter(entry) && isFirst(entry.label) && next?.stands && isNext(next, entry.label)
      if (!entry.stands && !inList) continue
      const leads = entries
        .slice(place + 1, place + 1 + ahead)
        .some((next) => next.label !== entry.label && next.stands && isNext(next, entry.label))
      const begins = last === undefined || isFirst(entry.label) || opensRun(entries, place)
      if (!begins || !(leads || (entry.opensList && mayStandAlone(entry)))) continue
      if (entry.low && !(leads && entry.opensList)) continue
    } else if (entry.weak && !entry.stands && !endsHere(entry.label)) continue
    if (entry.weak) {
      found.push(entry.line)
      lastWeak = entry.label
    }
    last = entry.label
    lowList = entry.low
  }
  return found
}

/** So many paragraphs with numbers in order begin a sequence anywhere. */
const run = 3

/** Returns whether paragraphs begin here whose numbers follow each other: "12 The", "13 A", "14 In". */
function opensRun(entries: readonly Entry[], place: number): boolean {
  const weak = entries.slice(place, place + ahead).filter((entry) => entry.weak)
  return (
    weak
      .slice(0, run)
      .every((entry, at) => isParagraph(entry) && (at === 0 || isNext(entry, weak[at - 1]?.label ?? ''))) &&
    weak.length >= run
  )
}

const isParagraph = ({ label, stands, goesOn, line }: Entry) =>
  stands && /^\d{1,4}$/.test(label) && (goesOn || line.text.length >= shortest)

/** The most numbers that an extract leaves out between two of its paragraphs. */
const mostSkipped = 20

/** Shorter lines with a number are headings, in characters, unless they go on. */
const shortest = 40

/** Returns whether a number goes on with numbers of which some are left out. */
const skips = (entry: Entry, last: string) =>
  entry.weak &&
  entry.apart &&
  isParagraph(entry) &&
  /^\d{1,4}$/.test(last) &&
  Number(entry.label) > Number(last) &&
  Number(entry.label) - Number(last) <= mostSkipped

const isLetter = ({ label }: Entry) => /^\p{Ll}$/u.test(label)

/** A label that nothing continues must begin the text or the list in which it stands: "14 We recommend:", "a. The". */
const mayStandAlone = ({ label }: Entry) => /^\p{Nd}{1,4}$/u.test(label) || isFirst(label)
