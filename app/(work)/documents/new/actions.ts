'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { type ActionOptions, actionWith } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { findDraft, type Mark, saveDraft } from '@/lib/documents/drafts'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { checkDraft } from '@/lib/documents/read-draft'
import type { Actor } from '@/lib/domain/actor'
import { config } from '@/lib/platform/config'
import { type FormState, readForm, readTyped, refused } from '@/lib/platform/form'
import { momentInWords, t } from '@/lib/platform/i18n'
import { type Failure, notFound } from '@/lib/platform/result'
import { previewDraft } from '@/lib/recommendations/draft-preview'
import { publishDraft } from '@/lib/recommendations/publish-draft'
import { mergeMarks, withoutOutOfDate } from './merge-marks'
import { readMarks } from './read-marks'
import { fieldOf } from './sentence-fields'

const keepers: ActionOptions = { may: [mayKeepDocuments, 'document_forbidden'] }

/**
 * The largest number of fields. A long report has thousands of sentences, each with a checkbox, a title, a kind, and
 * their earlier values.
 */
const mostMarked = 30_000

/** Goes from the text to its sentences. Saves everything that was typed, valid or not. */
export const goOn = actionWith(keepers, async (actor, form) => {
  const { id, version, pasted = '', ...particulars } = readForm(form)
  const saved = await saveDraft(actor, { id, version, particulars, pasted })
  if (!saved.ok) return formConflict(saved, form)

  const checked = await checkDraft(saved.value)
  if (!checked.ok) return refusedOnceKept(checked, form)
  leadTo(`/documents/new?draft=${saved.value.id}`)
})

/** Saves the selected sentences, and then does what the button says. */
export const choose = actionWith({ ...keepers, fields: mostMarked }, async (actor, form) => {
  const { id = '', version, intent } = readForm(form)
  const kept = await keepMarks(actor, { id, version }, form)
  if (!kept.ok) return kept.reason === 'conflict' ? mergedWithSaved(actor, id, kept, form) : formConflict(kept, form)

  if (intent === 'back') leadTo(`/documents/new?draft=${id}&step=text`)
  if (intent === 'keep') {
    refresh()
    return { done: t('draft.kept', { moment: momentInWords(kept.value.updatedAt, config.TIME_ZONE) }) }
  }
  const preview = await previewDraft(kept.value)
  if (preview.ok) leadTo(`/documents/new?draft=${id}&step=check`)

  return refusedOnceKept(atItsField(preview, kept.value.marks), form)
})

/** Publishes the draft as the last step showed it. */
export const publish = actionWith(keepers, async (actor, form) => {
  const published = await publishDraft(actor, readForm(form))
  if (!published.ok) return formConflict(published, form)
  leadTo(`/documents/${published.value.code}?done=published`)
})

/** Goes to another step. The browser discards its cached steps, so that going back shows what was saved. */
function leadTo(href: string): never {
  refresh()
  redirect(href)
}

/** The page shows the draft as it was just saved, and the next attempt starts from there. */
function refusedOnceKept(failure: Failure, form: FormData) {
  refresh()
  return refused(failure, withoutOutOfDate(readTyped(form)))
}

/** Shows what another window has saved together with what was selected and typed here. */
async function mergedWithSaved(actor: Actor, id: string, failure: Failure, form: FormData): Promise<FormState> {
  const state = formConflict(failure, form)
  const saved = await findDraft(actor, id)
  return saved ? { ...state, ...(await mergeMarks(saved, readTyped(form))), message: t('draft.merged') } : state
}

/** Moves the errors of a recommendation to the fields of its sentence. */
function atItsField(failure: Failure, marks: Mark[]): Failure {
  if (failure.reason !== 'invalid') return failure
  const errors = failure.errors.map((error) => {
    const mark = marks[Number.parseInt(/^recommendations\.(\d+)\./.exec(error.field)?.[1] ?? '', 10)]
    return mark ? { ...error, field: fieldOf('title', mark) } : error
  })
  return { ...failure, errors }
}

async function keepMarks(actor: Actor, { id, version }: { id: string; version: string | undefined }, form: FormData) {
  const draft = await findDraft(actor, id)
  return draft ? saveDraft(actor, { id, version, marks: readMarks(draft, form) }) : notFound('draft_not_found')
}
