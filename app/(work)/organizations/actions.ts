'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { action, actionWith } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { listFieldErrors } from '@/app/_actions/list-field-errors'
import { groupAddress } from '@/app/_addresses/group'
import { offeringSimilar } from '@/app/(work)/_components/confirm-similar'
import { addGroup } from '@/lib/organizations/add-group'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { namesIn } from '@/lib/organizations/pasted-names'
import { mayKeepOrganizations } from '@/lib/organizations/policy'
import { readForm, readTyped, refused } from '@/lib/platform/form'
import { additionInWords } from './addition-words'

/** The answer stays on the page, also without script, because it contains the result for each line. */
export const addNames = actionWith({ may: [mayKeepOrganizations, 'organization_forbidden'] }, async (actor, form) => {
  const { names = '', confirmSimilar } = readForm(form)
  const result = await addOrganizations(actor, { names: namesIn(names), confirmSimilar })
  if (!result.ok) return offeringSimilar(listFieldErrors('names', refused(result, readTyped(form))), [result], form)

  refresh()
  return { done: additionInWords(result.value.rows) }
})

export const makeGroup = action(async (actor, form) => {
  const { id, name, confirmSimilar } = readForm(form)
  const result = await addGroup(actor, { id, name, confirmSimilar })
  if (result.ok) redirect(groupAddress(result.value.slug))

  return offeringSimilar(formConflict(result, form), [result], form)
})
