import type { Block } from '@/lib/reading/block'
import { symbolIn } from '@/lib/reading/furniture'
import { openingOf } from '@/lib/reading/labels'
import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import { bodyIn } from './body-names'
import { languageIn } from './language-of'
import { monthOf } from './months'
import { titleIn } from './text-title'
import { wordsOf } from './words'
import { dayAt, dayText } from './written-days'

/** What a text says of itself. */
export type TextDetails = { title?: string; symbol?: string; body?: string; date?: string; language?: string }

/** How many lines can stand before the text itself begins. */
const mostLines = 30
/** Longer lines are text, in characters. */
const longest = 200

/** Returns the details that stand over a text, and the language in which it is written. */
export function textDetails(blocks: readonly Block[], paragraphs: readonly ReadParagraph[]): TextDetails {
  const front = frontOf(blocks)
  const lines = front.map((block) => ({
    block,
    symbol: symbolIn(block.text),
    date: dayIn(block.text),
    body: bodyIn(block.text),
  }))
  const first = (name: 'symbol' | 'date' | 'body') => lines.find((line) => line[name] !== undefined)?.[name]
  const [symbol = symbolAtEdge(blocks), date, body] = [first('symbol'), first('date'), first('body')]
  const isKnown = ({ block: { text }, ...known }: (typeof lines)[number]) =>
    known.symbol !== undefined || known.body !== undefined || (known.date !== undefined && isDateline(text))
  const own = lines.findIndex((line) => !isKnown(line))
  const title = titleIn(
    lines.filter((line) => !isKnown(line)).map(({ block }) => block),
    blocks,
    own > 0,
  )
  const language = languageIn(paragraphs)
  return {
    ...(title !== undefined && { title }),
    ...(symbol !== undefined && { symbol }),
    ...(body !== undefined && { body }),
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
  }
}

/** Returns the symbol at the head or the foot of pages, where a file keeps that apart. */
const symbolAtEdge = (blocks: readonly Block[]) =>
  blocks.flatMap(({ text, why }) => (why === 'running_head' ? (symbolIn(text) ?? []) : [])).at(0)

/** Returns the lines before the text itself: those of the first page, as far as the first numbered paragraph. */
function frontOf(blocks: readonly Block[]): Block[] {
  const shown = blocks.filter(({ why, note }) => !why && note === undefined).slice(0, mostLines)
  const end = shown.findIndex(
    (block) => block.page !== shown[0]?.page || block.cells || block.text.length > longest || isNumbered(block),
  )
  return end === -1 ? shown : shown.slice(0, end)
}

const isNumbered = ({ label, text, heading }: Block) =>
  heading === undefined && (/^\d/.test(label ?? '') || (openingOf(text)?.sort === 'number' && /[.;:]$/.test(text)))

/** Returns whether a line with a date says little else: "Geneva, 14 May 2025". */
const isDateline = (text: string) => text.split(/\s+/).length <= 7

/** The most words of a line that gives a date: "Distr.: General, 14 May 2025", "Salvador, Brazil, 12–19 April 2010". */
const mostWords = 16
const numeric = /(?<![\d.-])(?:(\d{4})-(\d{2})-(\d{2})|(\d{4})年(\d{1,2})月(\d{1,2})日)(?![\d-])/

/** Returns the day that a line names. The last one, if it names several. */
function dayIn(text: string): string | undefined {
  const [, ...parts] = numeric.exec(text) ?? []
  const [year, month, day] = parts.filter((part) => part !== undefined).map(Number)
  if (year && month && day && month <= 12 && day <= 31) return dayText({ year, month, day })
  const words = wordsOf(text.slice(0, longest).replace(/(?<=\d)\s?[–-]\s?(?=\d)/g, ' – '))
  if (words.length > mostWords || /[;:]$/.test(text) || !words.some((word) => monthOf(word.text))) return
  for (let at = words.length - 1; at >= 0; at--) {
    const found = dayAt(words, at, undefined)
    if (found?.day && found.month) return dayText(found)
  }
  return
}
