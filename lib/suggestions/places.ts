import { imperativeAt } from './imperative'
import { type Lexicons, mentions } from './languages'
import { hitsIn } from './lexicon'
import { isName } from './listed-names'
import type { Passage, Sentence } from './sentence'
import { wordsOf } from './words'

/** What the place of a paragraph in its document says about it. */
export type Place = {
  section?: 'asking' | 'telling' | 'agreed' | undefined
  /** It is an item of a list of recommendations, or is itself called a recommendation. */
  listed: boolean
  /** It is an item of a sentence that asks, such as "States should:". */
  part: boolean
  /** Its document calls its recommendations so, and this paragraph stands elsewhere. */
  outside: boolean
  /** Its document lists its recommendations in a table. */
  beside: boolean
  /** The place of the paragraph that introduces it. */
  introduction?: number
  /** It introduces a list. */
  introduces: boolean
  preamble: boolean
  answer: boolean
}

type Introduction = { at: number; sort: 'listed' | 'part'; label: string; heading: string | undefined }

const named =
  /^(?:rec\.|recommendation|recommandation|préconisation|recomendación|рекомендация|建议|التوصية|توصية)\s*\S|^R\d/iu
const tracked =
  /priorit|owner|officer|grade|rating|due|date|deadline|status|responsib|progress|response|échéance|plazo|срок/iu

/** Returns the place of each paragraph. */
export function placesOf(passages: readonly Passage[], lexicons: Lexicons): Place[] {
  const meeting = isMeeting(passages, lexicons)
  const sections = new Map<string, Place['section']>()
  const introductions = new Map<number, Introduction>()
  let open: Introduction | undefined
  const places = passages.map(({ paragraph, sentences }, at): Place => {
    const { heading, label } = paragraph
    const section = heading === undefined ? undefined : sectionOf(heading, meeting, lexicons, sections)
    const found = introductionOf(sentences, section, lexicons)
    const within = found && isBeside(paragraph, open) ? undefined : introducedBy(paragraph, introductions, open)
    const introduction = found ?? (within && endsOpen(sentences) ? within.sort : undefined)
    if (introduction) introductions.set(at, { at, sort: introduction, label, heading })
    if (introduction && !within) open = introductions.get(at)
    else if (!within) open = undefined
    const listed =
      (paragraph.cells?.some(({ column }) => tracked.test(column)) ?? false) ||
      sentences[0]?.named ||
      within?.sort === 'listed' ||
      named.test(label) ||
      (heading !== undefined && named.test(heading) && /\d$/.test(heading))
    return {
      section,
      listed: listed ?? false,
      part: within?.sort === 'part',
      ...(within && { introduction: within.at }),
      outside: false,
      beside: false,
      introduces: endsOpen(sentences),
      preamble: isPreamble(paragraph.label, paragraph.text),
      answer: isAnswer(sentences),
    }
  })
  const explicit = places.filter(({ listed, part, section }) => listed || part || section === 'asking').length > 1
  const beside = passages.some(({ paragraph }) => paragraph.cells)
  return places.map((place) => ({ ...place, beside, outside: explicit && !place.listed && !place.part }))
}

/** The most words of a heading in which any word tells that nothing is asked for below it. */
const longestTelling = 5

function sectionOf(heading: string, meeting: boolean, { headings }: Lexicons, known: Map<string, Place['section']>) {
  if (known.has(heading)) return known.get(heading)
  const words = wordsOf(heading)
  const hits = hitsIn(words, headings)
  // In a longer heading, a word such as "response" is what the section is about: "Strengthening the response to fires".
  const short = words.length <= longestTelling
  const telling = hits.some(({ at, roles }) => roles.has('note') && (short || at <= 1))
  const [asking, agreed] = (['ask', 'agree'] as const).map((role) => hits.some(({ roles }) => roles.has(role)))
  const section =
    meeting && agreed && !(telling && !asking && !agreed)
      ? 'agreed'
      : asking
        ? 'asking'
        : telling
          ? 'telling'
          : undefined
  known.set(heading, section)
  return section
}

/** Returns whether a document is the report of a meeting, whose conclusions are agreed sentence by sentence. */
function isMeeting(passages: readonly Passage[], { style }: Lexicons): boolean {
  let agreed = false
  const attended = new Set<string>()
  for (const { sentences } of passages) {
    for (const { words } of sentences) {
      for (const { at, roles } of hitsIn(words, style)) {
        if (roles.has('first')) return false
        if (roles.has('agree')) agreed = true
        else attended.add(words[at]?.text ?? '')
      }
    }
  }
  return agreed || attended.size > 1
}

/** Returns whether a paragraph introduces a list of its own after that of another: "The Ministry is recommended to:" */
const isBeside = ({ label, parent }: Passage['paragraph'], open: Introduction | undefined) =>
  label === '' && open?.label === '' && parent === undefined

/** Returns the introduction of the list in which a paragraph is an item. */
function introducedBy(
  { label, parent, heading }: Passage['paragraph'],
  introductions: ReadonlyMap<number, Introduction>,
  open: Introduction | undefined,
): Introduction | undefined {
  const own = parent === undefined ? undefined : introductions.get(parent)
  if (own || !open) return own
  const top = open.label.replace(/\.$/, '')
  if (top !== '' && label.startsWith(`${top}.`)) return open
  if (heading !== open.heading && !named.test(label)) return
  const bare = label === '' || sortOf(label) !== sortOf(open.label) || open.label === ''
  return bare ? open : undefined
}

const sortOf = (label: string) =>
  /^\p{Nd}+[.\s]*$/u.test(label)
    ? 'number'
    : /^\p{Nd}+(?:\.\p{Nd}+)+/u.test(label)
      ? 'decimal'
      : label === ''
        ? ''
        : 'part'

const endsOpen = (sentences: readonly Sentence[]) => /[:：]\s*$/u.test(sentences.at(-1)?.text.slice(-4) ?? '')

/** Returns what a paragraph introduces: a list of recommendations, or the parts of a request. */
function introductionOf(
  sentences: readonly Sentence[],
  section: Place['section'],
  { lists }: Lexicons,
): Introduction['sort'] | undefined {
  const last = sentences.at(-1)
  const opens = endsOpen(sentences)
  // "Participants recommended the following steps:" stands for what the meeting recommended.
  const among = section === 'asking' || section === 'agreed'
  if (last && among && last.frame.sort === 'spoke' && opens && asksAt(last)) return 'part'
  if (last && among && opens && isName(last)) return 'part'
  if (!last || ['spoke', 'rule', 'past'].includes(last.frame.sort)) return
  if (opens && ['own', 'passive', 'modal', 'need', 'agreed'].includes(last.frame.sort)) return 'part'
  if (last.item) return 'part'
  if (opens && last.words[0]?.text !== 'to' && imperativeAt(last.words, last.hits) !== -1) return 'part'
  return mentions(last.words, lists) ? 'listed' : undefined
}

const asksAt = ({ hits, frame }: Sentence) => hits.some(({ at, roles }) => at === frame.at && roles.has('asked'))

const isPreamble = (label: string, text: string) => label === '' && /[,，،]\s*$/u.test(text.slice(-3))

function isAnswer([first]: readonly Sentence[]): boolean {
  const hit = first?.hits[0]
  if (!first || hit?.at !== 0 || !hit.roles.has('answer')) return false
  const next = first.words[hit.size]
  return next === undefined || next.text === ':' || next.text === '：'
}
