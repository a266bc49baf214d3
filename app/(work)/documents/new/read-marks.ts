import 'server-only'
import type { Draft, Mark } from '@/lib/documents/drafts'
import { readDraft } from '@/lib/documents/read-draft'
import { readAll } from '@/lib/platform/form'
import { fieldOf, sentenceId } from './sentence-fields'

/** Returns the selected sentences with what was typed for each. */
export function readMarks(draft: Pick<Draft, 'pasted' | 'marks'>, form: FormData): Mark[] {
  const ticked = new Set(readAll(form, 'marks'))
  const typed = (name: string) => String(form.get(name) ?? '')
  return readDraft(draft).paragraphs.flatMap(({ sentences }, place) =>
    sentences.flatMap(({ start, end, quote }): Mark[] => {
      const named = { place, start, quote }
      if (!ticked.has(sentenceId(named))) return []
      const kind = typed(fieldOf('kind', named)) === 'finding' ? 'finding' : 'action'
      return [{ ...named, end, title: typed(fieldOf('title', named)), kind }]
    }),
  )
}
