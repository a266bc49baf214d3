import 'server-only'
import { suggestKind, suggestTitle } from '@/lib/documents/suggest-details'
import { mapInTurns } from '@/lib/platform/take-turns'
import type { ReadParagraph } from '@/lib/reading/read-blocks'
import { cutter, sentencesOf } from '@/lib/reading/sentences'
import type { Candidate } from './reading'

/** Returns the sentences of a text that may be recommendations. */
export async function suggestCandidates(paragraphs: readonly ReadParagraph[]): Promise<Candidate[]> {
  const found = await mapInTurns(paragraphs, ({ text }, paragraph) => {
    const cut = cutter(text)
    return sentencesOf(text).map(({ start, end }): Candidate => {
      const quote = cut({ start, end })
      const kind = suggestKind(quote)
      const [confidence, reasons] = kind === 'action' ? [0.6, [{ rule: 'asks', weight: 0.6 }]] : [0.2, []]
      const suggested = { kind, title: suggestTitle(quote), confidence, reasons }
      return { paragraph, start, end, quote, ...suggested, addressees: [], themes: [] }
    })
  })
  return found.flat()
}
