import 'server-only'
import type { Draft, Mark } from '@/lib/documents/drafts'
import { readDraft } from '@/lib/documents/read-draft'
import { readAll } from '@/lib/platform/form'
import { fieldOf, sentenceId } from './sentence-fields'

/** The sentences that were ticked, with what was typed for each. */
export function readMarks(draft: Draft, form: FormData): Mark[] {
  const ticked = new Set(readAll(form, 'marks'))
  const typed = (name: string) => String(form.get(name) ?? '')
  return readDraft(draft).paragraphs.flatMap(({ sentences }, place) =>
    sentences.flatMap(({ start, end, quote }): Mark[] => {
      if (!ticked.has(sentenceId(place, start))) return []
      const kind = typed(fieldOf('kind', place, start)) === 'finding' ? 'finding' : 'action'
      return [{ place, start, end, quote, title: typed(fieldOf('title', place, start)), kind }]
    }),
  )
}
