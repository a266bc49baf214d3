import { shortened } from '@/lib/platform/text'
import { codePoints } from '@/lib/reading/sentences'
import { actionIn } from './actions'
import { type Sentence, sentenceOf } from './sentence'
import { verbOfGerund } from './verbs'

/** The most characters of a title. */
const longest = 90

/**
 * Returns a short title that begins with the action: "Submit a report" for "Requests the Secretary-General to submit a
 * report". A sentence whose action cannot be told stays whole.
 */
export function titleOf(sentence: Sentence): string {
  const whole = withoutEnd(sentence.text.replace(/\s+/g, ' '))
  const action = actionIn(sentence) ?? askedIn(sentence)
  const bare = action === undefined ? whole : withoutEnd(action.replace(/\s+/g, ' '))
  const request = bare === '' ? whole : bare
  const title = request.charAt(0).toUpperCase() + request.slice(1)
  if (codePoints(title) <= longest) return title
  return withoutLastSmall(shortened(title, longest - 1).replace(/(?<![\s,;:(–—-])[\s,;:(–—-]+…$/u, '…'))
}

/** The beginning of what a body asks for, whatever it calls itself: "The Working Group further recommends". */
const asking =
  /^The (?:[\p{L}\p{N}’'-]{1,40} ){1,8}?((?:(?:also|further|furthermore|strongly|therefore|again) ){0,3}(?:recommends|requests|urges|invites|encourages|asks|suggests|proposes|calls (?:up)?on|calls for)) (?:strongly )?/u

/** The beginning of what is asked for as a thing: "the establishment of a fund", "increased funding for courts". */
const thing = /^(?:(?:the|an?) )?(?!that |to )(?=[\p{Ll}-]{1,40}(?: [\p{Ll}-]{1,40}){0,3} (?:of|for) )/u

/** Returns what a body asks for: its action, or else the thing without its article. */
function askedIn({ text, english }: Sentence): string | undefined {
  const found = english ? asking.exec(text) : null
  if (!found) return
  const [beginning, request = ''] = found
  const rest = text.slice(beginning.length)
  // The names of committees are known, those of all other bodies are not.
  const action = request.endsWith(' for') ? undefined : actionIn(sentenceOf(`The Committee ${request} ${rest}`))
  if (action !== undefined) return action
  const [first = ''] = rest.split(' ', 1)
  const verb = verbOfGerund(first)
  if (verb) return verb + rest.slice(first.length)
  return thing.test(rest) ? rest.replace(thing, '') : undefined
}

const small = new Set('a an and at by for from in of on or that the to with'.split(' '))

/** Removes small words before the ellipsis, which suggest that another word follows: "article 12 of the…". */
function withoutLastSmall(title: string): string {
  const words = title.slice(0, -1).split(' ')
  while (words.length > 3 && small.has(words.at(-1)?.toLowerCase() ?? '')) words.pop()
  return `${words.join(' ')}…`
}

/** Removes the punctuation at the end of a sentence, references after it, and what leads to the next item: "…; and". */
function withoutEnd(sentence: string): string {
  const bare = withoutBrackets(withoutMarks(sentence))
  const word = ['and', 'or'].find((word) => bare.endsWith(word))
  if (!word) return bare
  const before = bare.slice(0, -word.length)
  const shorter = withoutMarks(before)
  return shorter === before ? bare : shorter
}

const mostBrackets = 20

/** Removes brackets at the end, such as "(Paragraph 13)" or "(Spain) (Chile)". */
function withoutBrackets(text: string): string {
  let rest = text
  for (let turn = 0; turn < mostBrackets && rest.endsWith(')'); turn++) {
    const open = rest.lastIndexOf('(')
    if (open < 1 || rest.length - open > longest) break
    rest = withoutMarks(rest.slice(0, open))
  }
  return rest
}

/** Walks from the end. A regular expression that looks for the end would try every punctuation mark of the text. */
function withoutMarks(text: string): string {
  let end = text.length
  while (' .;:,'.includes(text[end - 1] ?? '-')) end--
  return text.slice(0, end)
}
