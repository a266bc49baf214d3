import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'

const Dictionary = z.object({ dictionary: z.record(z.string(), z.array(z.string())) })

let known: ReadonlySet<string> | undefined

/** Returns whether a word in small letters is a common word of English. The words are loaded when first asked for. */
export function isCommonWord(word: string): boolean {
  known ??= new Set(load())
  return known.has(word)
}

/** Loads a list that is made for judging passwords. A list of words is code to a loader of modules, but not to this. */
function load(): string[] {
  const read = createRequire(join(process.cwd(), 'package.json'))
  const { dictionary } = Dictionary.parse(read('@zxcvbn-ts/language-en'))
  return [...(dictionary['commonWords-en'] ?? []), ...(dictionary['wikipedia-en'] ?? [])]
}
