'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { type ActionOptions, actionWith } from '@/app/_forms/action'
import { findDraft, type Mark, saveDraft } from '@/lib/documents/drafts'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { checkDraft } from '@/lib/documents/read-draft'
import type { Actor } from '@/lib/people/actor'
import { config } from '@/lib/platform/config'
import { readForm, readTyped, refused } from '@/lib/platform/form'
import { momentInWords, words } from '@/lib/platform/i18n'
import { type Failure, notFound } from '@/lib/platform/result'
import { previewDraft } from '@/lib/recommendations/draft-preview'
import { publishDraft } from '@/lib/recommendations/publish-draft'
import { readMarks } from './read-marks'
import { fieldOf } from './sentence-fields'

const keepers: ActionOptions = { may: [mayKeepDocuments, 'document_forbidden'] }

/** A long report has some thousands of sentences, each with a box, a title and a kind. */
const mostMarked = 20_000

/** From the text to its sentences. Whatever was typed is kept, right or wrong. */
export const goOn = actionWith(keepers, async (actor, form) => {
  const { id, pasted = '', ...particulars } = readForm(form)
  const saved = await saveDraft(actor, { id, particulars, pasted })
  if (!saved.ok) return refused(saved, readTyped(form))

  const checked = await checkDraft(saved.value)
  if (!checked.ok) return refused(checked, readTyped(form))
  redirect(`/documents/new?draft=${saved.value.id}`)
})

/** Keeps what was ticked, and then does what the button says. */
export const choose = actionWith({ ...keepers, fields: mostMarked }, async (actor, form) => {
  const { id = '', intent } = readForm(form)
  const kept = await keepMarks(actor, id, form)
  if (!kept.ok) return refused(kept, readTyped(form))

  if (intent === 'back') redirect(`/documents/new?draft=${id}&step=text`)
  if (intent === 'keep') {
    refresh()
    return { done: words('draft.kept', { moment: momentInWords(kept.value.updatedAt, config.TIME_ZONE) }) }
  }
  const preview = await previewDraft(kept.value)
  if (preview.ok) redirect(`/documents/new?draft=${id}&step=check`)

  // The page shows the draft, which holds all that was ticked and typed.
  refresh()
  return refused(atItsField(preview, kept.value.marks), readTyped(form))
})

/** Publishes the draft as it was shown in the last step. */
export const publish = actionWith(keepers, async (actor, form) => {
  const published = await publishDraft(actor, readForm(form).id ?? '')
  if (!published.ok) return refused(published, readTyped(form))
  redirect(`/documents/${published.value.code}?done=published`)
})

/** What is wrong with a recommendation is said at the fields of its sentence. */
function atItsField(failure: Failure, marks: Mark[]): Failure {
  if (failure.reason !== 'invalid') return failure
  const errors = failure.errors.map((error) => {
    const mark = marks[Number.parseInt(/^recommendations\.(\d+)\./.exec(error.field)?.[1] ?? '', 10)]
    return mark ? { ...error, field: fieldOf('title', mark.place, mark.start) } : error
  })
  return { ...failure, errors }
}

async function keepMarks(actor: Actor, id: string, form: FormData) {
  const draft = await findDraft(actor, id)
  return draft ? saveDraft(actor, { id, marks: readMarks(draft, form) }) : notFound('draft_not_found')
}
