import { shortened } from '@/lib/platform/text'
import { codePoints } from '@/lib/reading/sentences'
import type { Kind } from '@/prisma/generated/enums'

const asksForAction =
  /\b(?:should|shall|must|needs?|needed|requests?|requested|urges?|urged|invites?|invited|encourages?|encouraged|recommends?|recommended|calls? (?:up)?on|called (?:up)?on)\b/i

/** Suggests a kind for a sentence by the words that such texts use. People can correct it. */
export const suggestKind = (sentence: string): Kind => (asksForAction.test(sentence) ? 'action' : 'finding')

const longest = 90

const asks = /\s(?:should|shall|must)\s/u

/**
 * Suggests a short title from the sentence itself: "States should do this." becomes "Do this". A sentence that asks
 * several parties for different things stays whole.
 */
export function suggestTitle(sentence: string): string {
  const bare = withoutEnd(sentence.replace(/\s+/g, ' '))
  const after =
    /^.{2,60}?\s(?:should|shall|must)\s+(?!not\b|be\b|have\b|also be\b|therefore be\b)(\S.+)$/u.exec(bare)?.[1] ?? bare
  const request = asks.test(after) ? bare : after
  const title = request.charAt(0).toUpperCase() + request.slice(1)
  if (codePoints(title) <= longest) return title
  return withoutLastSmall(shortened(title, longest - 1).replace(/(?<![\s,;:(–—-])[\s,;:(–—-]+…$/u, '…'))
}

const small = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'that',
  'the',
  'to',
  'with',
])

/** Removes small words before the ellipsis, which suggest that another word follows: "article 12 of the…". */
function withoutLastSmall(title: string): string {
  const words = title.slice(0, -1).split(' ')
  while (words.length > 3 && small.has(words.at(-1)?.toLowerCase() ?? '')) words.pop()
  return `${words.join(' ')}…`
}

/** Removes the punctuation at the end of a sentence, and what leads to the next item of a list: "…; and". */
function withoutEnd(sentence: string): string {
  const bare = withoutMarks(sentence)
  const word = ['and', 'or'].find((word) => bare.endsWith(word))
  if (!word) return bare
  const before = bare.slice(0, -word.length)
  const shorter = withoutMarks(before)
  return shorter === before ? bare : shorter
}

/** Walks from the end. A regular expression that looks for the end would try every punctuation mark of the text. */
function withoutMarks(text: string): string {
  let end = text.length
  while (' .;:,'.includes(text[end - 1] ?? '-')) end--
  return text.slice(0, end)
}
