import { isVerb, verbOfParticiple } from './verbs'
import type { Word } from './words'

/** The most words between "should" and "have": "should, as the rules then required, have informed". */
const most = 8

const others = new Set('who which they we it to those'.split(' '))

/** Returns whether what follows a modal is in the past, with other words between: "should at that time have informed". */
export function isPerfect(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + most); at++) {
    const text = words[at]?.text ?? ''
    if (text === 'have') return isParticiple(words[at + 1]?.text ?? '')
    if (isVerb(text) || others.has(text)) return false
  }
  return false
}

const isParticiple = (word: string) => word === 'been' || word === 'done' || verbOfParticiple(word) !== undefined
