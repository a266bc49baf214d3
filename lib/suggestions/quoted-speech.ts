import { wordsOf } from './words'

const quoted = /^["“«„][^"”“»]{15,800}["”“»]/u

/** How far after the words of a person the verb stands, in UTF-16 units and in words. */
const near = { units: 100, words: 9 }

const saying = new Set(
  'said says told tells explained added stated argued insisted commented noted observed complained'.split(' '),
)

/** Returns whether a sentence gives the words of a person: “Replace the filters; clean the tanks,” said the director. */
export function isSpeech(text: string): boolean {
  const [all] = quoted.exec(text.slice(0, 900)) ?? []
  if (all === undefined) return false
  const after = wordsOf(text.slice(all.length, all.length + near.units)).slice(0, near.words)
  return after.some(({ text }) => saying.has(text))
}
