import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import { cut, sentencesOf } from '@/lib/reading/sentences'
import type { Candidate } from '@/lib/suggestions/candidate'
import { findCandidates } from '@/lib/suggestions/find-candidates'
import type { Required, Source } from './corpus'

/** How many of the right things were found, and how many were found. */
export type Count = { right: number; of: number; found: number }

export type Score = {
  paragraphs: Count
  sentences: Count
  recommendations: Count
  addressees: Count
  altered: string[]
  /** What differs, for those who work on the rules. */
  missing: string[]
  surplus: string[]
}

export const none = (): Count => ({ right: 0, of: 0, found: 0 })
export const sum = (one: Count, other: Count): Count => ({
  right: one.right + other.right,
  of: one.of + other.of,
  found: one.found + other.found,
})
export const recallOf = ({ right, of }: Count) => (of === 0 ? 1 : right / of)
export const precisionOf = ({ right, found }: Count) => (found === 0 ? 1 : right / found)
export const f1Of = ({ right, of, found }: Count) => (of + found === 0 ? 1 : (2 * right) / (of + found))

/** From this confidence on, a sentence is suggested. */
const suggestedFrom = 0.5

/** Compares what was read in a file with what its document contains. `labelOf` gives the labels as its format prints them. */
export async function scoreOf(
  source: Source,
  read: readonly ReadParagraph[],
  labelOf: (label: string) => string,
): Promise<Score> {
  const truth = source.parts.flatMap((part) => {
    if (part.sort === 'paragraph') return [`${labelOf(part.label)}\t${part.text}`]
    return part.sort === 'row' && !part.head ? [`${part.cells[0]}\t${part.cells[1]}`] : []
  })
  const found = read.map(({ label, text }) => `${label}\t${text}`)
  const paragraphs = compare(truth, found)
  const sentences = compare(
    source.parts.flatMap((part) => (part.sort === 'heading' ? [] : part.sentences)),
    read.flatMap(({ text }) => sentencesOf(text).map((span) => cut(text, span))),
  )
  const { date, language } = source
  const candidates = (await findCandidates(read, { date, language })).filter(
    ({ confidence }) => confidence >= suggestedFrom,
  )
  const whole = truth.join('\n')
  return {
    paragraphs: paragraphs.count,
    sentences: sentences.count,
    ...scoreCandidates(source, candidates),
    altered: candidates.filter((one) => !whole.includes(one.quote) && !isMarked(one)).map(({ quote }) => quote),
    missing: [...paragraphs.missing, ...sentences.missing],
    surplus: [...paragraphs.surplus, ...sentences.surplus],
  }
}

/** Returns whether the reader says that a quote may differ from the source. */
const isMarked = ({ reasons }: Candidate) => reasons.some(({ rule }) => rule === 'unsure')

/** Counts the values that two lists share, each as often as both have it. */
function compare(truth: readonly string[], found: readonly string[]) {
  const left = [...truth]
  const surplus = found.filter((one) => {
    const place = left.indexOf(one)
    if (place !== -1) left.splice(place, 1)
    return place === -1
  })
  return { count: { right: truth.length - left.length, of: truth.length, found: found.length }, missing: left, surplus }
}

const compared = 25
const alike = (one: string, other: string) => {
  const length = Math.min(compared, one.length, other.length)
  return one.slice(0, length) === other.slice(0, length)
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/^(?:the|all|les?|la|los|las|el|al) |^(?:l[’']|à l[’']|d[’'])/, '')
    .replaceAll('’', "'")

function scoreCandidates({ parts }: Source, candidates: readonly Candidate[]) {
  const required = parts.flatMap((part) => (part.sort === 'heading' ? [] : part.required))
  const permitted = parts.flatMap((part) => (part.sort === 'heading' ? [] : part.permitted))
  const left = [...candidates]
  const pairs: [Required, Candidate | undefined][] = required.map((one) => {
    const place = left.findIndex(({ quote }) => alike(quote, one.quote))
    return [one, place === -1 ? undefined : left.splice(place, 1)[0]]
  })
  const wrong = left.filter(({ quote, kind }) => kind === 'action' && !permitted.some((one) => alike(quote, one)))
  const right = pairs.filter(([, candidate]) => candidate).length
  const addressees = pairs
    .map(([one, candidate]) =>
      compare(
        one.addressees.map(plain),
        (candidate?.addressees ?? []).map(({ name }) => plain(name)),
      ),
    )
    .reduce((total, { count }) => sum(total, count), none())
  return { recommendations: { right, of: required.length, found: right + wrong.length }, addressees }
}
