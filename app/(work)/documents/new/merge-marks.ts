import 'server-only'
import type { Draft } from '@/lib/documents/drafts'
import { type Choice, readDraft } from '@/lib/documents/read-draft'
import { initialValueName } from '@/lib/platform/form-initial-value'
import { t } from '@/lib/platform/i18n'
import { takeTurns } from '@/lib/platform/take-turns'
import { fieldOf, sentenceId } from './sentence-fields'

type Texts = Record<string, string>
type Read = Choice & { place: number }

/**
 * Returns what the form of the second step shows after a conflict: the sentences that are selected in it or in the
 * saved draft, and the titles and kinds that were changed in it. If both changed a title, `errors` contains the saved
 * title for its field.
 */
export async function mergeMarks(saved: Pick<Draft, 'pasted' | 'marks'>, sent: Texts) {
  const ticked = sentencesIn(saved).filter((sentence) => sentence.ticked)
  await takeTurns()
  const guesses = new Map(sentencesIn({ ...saved, marks: [] }).map((guess) => [at(guess), guess]))

  const typed: Texts = withoutOutOfDate(sent)
  const errors: Texts = {}
  for (const sentence of ticked) {
    for (const part of ['title', 'kind'] as const) {
      const name = fieldOf(part, sentence)
      const mine = sent[name]
      const shown = sent[initialValueName(name)] ?? guesses.get(at(sentence))?.[part]
      if (mine === undefined || mine === sentence[part] || sentence[part] === shown) continue
      // There are only two kinds, so people who changed one in both windows chose the same.
      if (mine === shown) delete typed[name]
      else if (part === 'title') errors[name] = t('draft.savedElsewhere', { title: sentence.title })
    }
  }
  const { marks = '' } = sent
  const both = new Set([...marks.split('\n').filter((id) => id !== ''), ...ticked.map(sentenceId)])
  return { typed: { ...typed, marks: [...both].join('\n') }, errors }
}

const sentencesIn = (draft: Pick<Draft, 'pasted' | 'marks'>): Read[] =>
  readDraft(draft).paragraphs.flatMap(({ sentences }, place) => sentences.map((sentence) => ({ ...sentence, place })))

const at = ({ place, start }: Read) => `${place} ${start}`

/** Leaves out the fields that come from the page. They are rendered again from the saved draft. */
export const withoutOutOfDate = (sent: Texts) =>
  Object.fromEntries(
    Object.entries(sent).filter(([name]) => name !== 'version' && !name.startsWith(initialValueName(''))),
  )
