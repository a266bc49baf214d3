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

/** A long report has some thousands of sentences, each with a box, a title and a kind, and with what these were before. */
const mostMarked = 30_000

/** From the text to its sentences. Whatever was typed is kept, right or wrong. */
export const goOn = actionWith(keepers, async (actor, form) => {
  const { id, version, pasted = '', ...particulars } = readForm(form)
  const saved = await saveDraft(actor, { id, version, particulars, pasted })
  if (!saved.ok) return formConflict(saved, form)

  const checked = await checkDraft(saved.value)
  if (!checked.ok) return refusedOnceKept(checked, form)
  leadTo(`/documents/new?draft=${saved.value.id}`)
})

/** Keeps what was ticked, and then does what the button says. */
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

/** Publishes the draft as it was shown in the last step. */
export const publish = actionWith(keepers, async (actor, form) => {
  const published = await publishDraft(actor, readForm(form))
  if (!published.ok) return formConflict(published, form)
  leadTo(`/documents/${published.value.code}?done=published`)
})

/** To another step. The browser forgets the steps that it has seen: on the way back they show what was kept. */
function leadTo(href: string): never {
  refresh()
  redirect(href)
}

/** The page shows the draft as it was kept just now: the next try starts from there. */
function refusedOnceKept(failure: Failure, form: FormData) {
  refresh()
  return refused(failure, withoutOutOfDate(readTyped(form)))
}

/** What another window saved is shown together with what was ticked and typed here. */
async function mergedWithSaved(actor: Actor, id: string, failure: Failure, form: FormData): Promise<FormState> {
  const state = formConflict(failure, form)
  const saved = await findDraft(actor, id)
  return saved ? { ...state, ...(await mergeMarks(saved, readTyped(form))), message: t('draft.merged') } : state
}

/** What is wrong with a recommendation is said at the fields of its sentence. */
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
