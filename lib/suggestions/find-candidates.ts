import { mapInTurns } from '@/lib/platform/take-turns'
import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import { codePoints, type Span } from '@/lib/reading/sentences'
import { namesIn } from './addressees'
import type { About, Candidate } from './candidate'
import { dueOn } from './due-dates'
import { languageOf } from './language-of'
import { lexiconsOf } from './languages'
import { organizationMatcher } from './match-organizations'
import { type Place, placesOf } from './places'
import { type Passage, passageOf, type Sentence } from './sentence'
import { themeFinder } from './themes'
import { titleOf } from './titles'
import { fieldOfLine, fieldsOf, type TrackedFields } from './tracked-fields'
import { confidenceOf, type Reason, speaksForAction, weigh } from './weigh'

/** Less likely sentences are not offered at all. */
const least = 0.2

/**
 * Returns the sentences and items that may be recommendations, in the order of the text. An introduction alone is none:
 * its items are. Takes a time that grows with the length of the text, in turns with other work.
 */
export async function findCandidates(paragraphs: readonly ReadParagraph[], about: About): Promise<Candidate[]> {
  const lexicons = lexiconsOf(about.language ?? languageOf(paragraphs))
  const passages = await mapInTurns(paragraphs, (paragraph) => passageOf(paragraph, lexicons))
  const places = placesOf(passages, lexicons)
  const details = detailsOf(about)
  const found = await mapInTurns(passages, (passage, at) => {
    const place = places[at]
    if (!place) return []
    const introduction = introductionOf(place, passages)
    const fields = { ...fieldsBelow(passages, at, about.date), ...fieldsOf(passage.paragraph, about.date) }
    return likelyIn(passage, place).map(({ sentence, start, reasons, confidence }) => ({
      paragraph: at,
      start,
      end: start + codePoints(sentence.text),
      quote: sentence.text,
      kind: speaksForAction(reasons) ? ('action' as const) : ('finding' as const),
      confidence,
      reasons,
      ...details(sentence, introduction),
      ...fields,
    }))
  })
  return found.flat()
}

/** Returns the sentence that says who is to act in an item: the introduction, or the one before it if that says "It should:". */
function introductionOf({ introduction }: Place, passages: readonly Passage[]): Sentence | undefined {
  const sentences = introduction === undefined ? [] : (passages[introduction]?.sentences ?? [])
  const [last, before] = [sentences.at(-1), sentences.at(-2)]
  return last?.frame.subject === 'pronoun' && before && dueOn(last.words, undefined) === undefined ? before : last
}

type Likely = { sentence: Sentence; start: number; reasons: Reason[]; confidence: number }

function likelyIn({ paragraph, sentences }: Passage, place: Place): Likely[] {
  const likely: Likely[] = []
  let unit = 0
  let start = 0
  for (const sentence of sentences) {
    start += codePoints(paragraph.text.slice(unit, sentence.start))
    unit = sentence.start
    if (place.introduces && sentence === sentences.at(-1) && !sentence.complete) continue
    const span = { start, end: start + codePoints(sentence.text) }
    const unsure = unsureIn(paragraph, span)
    if (unsure === 'lines') continue
    const reasons = [...weigh(sentence, place), ...(unsure ? [{ rule: 'unsure' as const, weight: -0.1 }] : [])]
    const confidence = confidenceOf(reasons)
    const offered = speaksForAction(reasons) || reasons.some(({ rule }) => rule === 'agreed')
    if (offered && confidence >= least) likely.push({ sentence, start, reasons, confidence })
  }
  return likely
}

/** Returns whether words of other lines may be in a part of a paragraph, or only a hyphen that belongs to no word. */
function unsureIn({ unsure = [] }: ReadParagraph, { start, end }: Span): 'lines' | 'hyphen' | undefined {
  const within = unsure.filter((span) => span.start < end && span.end > start)
  if (within.length === 0) return undefined
  return within.some((span) => span.end - span.start > 1) ? 'lines' : 'hyphen'
}

/**
 * Returns a function that suggests the details of a sentence. An item takes from its introduction who is to act,
 * "it" from the candidate before it.
 */
function detailsOf({ date, organizations = [], themes = [] }: About) {
  const organizationOf = organizationMatcher(organizations)
  const themesOf = themeFinder(themes)
  const introduced = new Map<Sentence, { names: string[]; due: string | undefined }>()
  const read = (sentence: Sentence) => ({ names: namesIn(sentence), due: dueOn(sentence.words, date) })
  let last: string[] = []
  return (sentence: Sentence, introduction: Sentence | undefined) => {
    const own = read(sentence)
    const given = introduction && (introduced.get(introduction) ?? read(introduction))
    if (introduction && given) introduced.set(introduction, given)
    const before = sentence.frame.subject === 'pronoun' ? last : (given?.names ?? [])
    last = own.names.length === 0 ? before : own.names
    const due = own.due ?? given?.due
    return {
      title: titleOf(sentence),
      addressees: [...new Set(last)].map(organizationOf),
      themes: themesOf(sentence.words),
      ...(due && { dueOn: due }),
    }
  }
}

/** Returns what lines such as "Priority: High" directly after a paragraph say of it. */
function fieldsBelow(passages: readonly Passage[], at: number, date: string | undefined): TrackedFields {
  const fields: TrackedFields = {}
  for (let next = at + 1; next < Math.min(passages.length, at + 6); next++) {
    const paragraph = passages[next]?.paragraph
    const found = paragraph && fieldOfLine(paragraph, date)
    if (!found) break
    Object.assign(fields, found)
  }
  return fields
}
