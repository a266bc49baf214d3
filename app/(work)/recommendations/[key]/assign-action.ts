'use server'

import { action } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { recommendationAddress } from '@/app/_addresses/recommendation'
import { offersPast } from '@/app/(work)/_components/confirm-past'
import { offeringSimilar } from '@/app/(work)/_components/confirm-similar'
import { assignParties } from '@/lib/assignments/assign-parties'
import { typedParties } from '@/lib/organizations/typed-parties'
import { readAll, readForm } from '@/lib/platform/form'
import { type Failure, mapFieldErrors } from '@/lib/platform/result'

/** Assigns a recommendation to every organization that was typed or selected, and to all members of every group. */
export const assignAll = action(async (actor, form) => {
  const { id, key = '', owner, dueOn, confirmPast, confirmSimilar, organization = '', add } = readForm(form)
  const ticked = readAll(form, 'party').map((party) =>
    party.startsWith('group:') ? { group: party.slice('group:'.length) } : { organization: party },
  )
  const typed = (await typedParties(organization)).map(({ name, group }) =>
    group ? { group } : { organization: name },
  )

  const parties = [...ticked, ...typed]
  const input = { id, key, parties, addMissing: add === 'on', owner, dueOn, confirmPast, confirmSimilar }
  const result = await assignParties(actor, input)
  if (!result.ok) {
    const state = await formConflictTold(actor, atField(result), form)
    return offeringSimilar({ ...state, offers: [...offersPast(result, form), ...offers(result, form)] }, [result], form)
  }

  const { counts } = result.value
  const done = counts.made > 0 ? 'assigned' : 'already'
  return formDone({ href: recommendationAddress(key, { done, at: 'assignments', ...counts }, 'assignments') })
})

/** The form has one field for all of them. */
const atField = (failure: Failure) =>
  mapFieldErrors(failure, (error) => (error.field.startsWith('parties') ? { ...error, field: 'organization' } : error))

/** An organization that does not exist can be added in the same step. The checkbox stays as long as it is checked. */
const offers = (failure: Failure, form: FormData) =>
  form.get('add') ||
  (failure.reason === 'invalid' && failure.errors.some(({ code }) => code === 'organization_unknown'))
    ? ['add']
    : []
