'use server'

import { redirect } from 'next/navigation'
import { action, actionWith } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { publicationAddress } from '@/app/_addresses/publication'
import { readAll, readForm, readTyped, refused } from '@/lib/platform/form'
import { dateInWords, t } from '@/lib/platform/i18n'
import { mapFieldErrors } from '@/lib/platform/result'
import { mayGenerate } from '@/lib/publications/policy'
import { previewPublication } from '@/lib/publications/preview-publication'
import { generateAgain, requestPublication } from '@/lib/publications/request-publication'

const scopes = ['document', 'organization', 'group', 'theme', 'cycle', 'recommendation']

/** The form has its fields side by side, and the command has those of the scope in a part of its own. */
function typedDefinition(form: FormData) {
  const { title, asOf, layout, content, ...others } = readForm(form)
  const scope = Object.fromEntries(Object.entries(others).filter(([name]) => scopes.includes(name)))
  return { title, asOf, layout, content, scope, sections: readAll(form, 'sections') }
}

/** Says what the report would contain, or generates it. */
export const generate = actionWith({ may: [mayGenerate, 'publication_forbidden'] }, async (actor, form) => {
  const { id, act } = readForm(form)
  const definition = typedDefinition(form)
  if (act === 'preview') {
    const plan = await previewPublication(actor, definition)
    if (!plan.ok) return refused(mapFieldErrors(plan, inForm), readTyped(form))
    const { asOf, ...rest } = plan.value
    return { typed: readTyped(form), done: t('publications.preview', { ...rest, day: dateInWords(asOf) }) }
  }
  const result = await requestPublication(actor, { id, ...definition })
  if (result.ok) redirect(publicationAddress(result.value.code))
  return formConflict(result.reason === 'invalid' ? mapFieldErrors(result, inForm) : result, form)
})

/** A report that is too large is an error of the first field of its scope. */
const inForm = <E extends { field: string }>(error: E) => ({
  ...error,
  field: error.field === 'scope' ? 'document' : error.field.replace(/^scope\./, ''),
})

export const again = action(async (actor, form) => {
  const { id, code } = readForm(form)
  const result = await generateAgain(actor, { id, code })
  if (result.ok) redirect(publicationAddress(result.value.code))
  return formConflict(result, form)
})
