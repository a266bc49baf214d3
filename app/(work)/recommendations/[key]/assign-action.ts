'use server'

import { action } from '@/app/_forms/action'
import { finished } from '@/app/_forms/finished'
import { offersPast } from '@/app/(work)/confirm-past'
import { offeringSimilar } from '@/app/(work)/confirm-similar'
import { assignParties } from '@/lib/assignments/assign-parties'
import { partiesNamed } from '@/lib/organizations/parties-named'
import { readAll, readForm } from '@/lib/platform/form'
import type { Failure } from '@/lib/platform/result'
import { addressOf } from './address'
import { refusal } from './refusal'

/** Assigns to every organization that was typed or ticked, and to all members of every group. */
export const assignAll = action(async (actor, form) => {
  const { id, key = '', owner, dueOn, confirmPast, confirmSimilar, organization = '', add } = readForm(form)
  const ticked = readAll(form, 'party').map((party) =>
    party.startsWith('group:') ? { group: party.slice('group:'.length) } : { organization: party },
  )
  const typed = (await partiesNamed(organization)).map(({ name, group }) =>
    group ? { group } : { organization: name },
  )

  const parties = [...ticked, ...typed]
  const asked = { id, key, parties, addMissing: add === 'on', owner, dueOn, confirmPast, confirmSimilar }
  const result = await assignParties(actor, asked)
  if (!result.ok) {
    const state = await refusal(actor, atField(result), form)
    return offeringSimilar({ ...state, offers: [...offersPast(result, form), ...offers(result, form)] }, [result], form)
  }

  const done = result.value.made.length > 0 ? 'assigned' : 'already'
  return finished({ href: addressOf(key, { done, at: 'assignments' }, 'assignments') })
})

/** The form has one field for all of them. */
function atField(failure: Failure): Failure {
  if (failure.reason !== 'invalid') return failure
  const errors = failure.errors.map((error) =>
    error.field.startsWith('parties') ? { ...error, field: 'organization' } : error,
  )
  return { ...failure, errors }
}

/** An organization that isn't there can be added in the same step; the box stays as long as it is ticked. */
const offers = (failure: Failure, form: FormData) =>
  form.get('add') ||
  (failure.reason === 'invalid' && failure.errors.some(({ code }) => code === 'organization_unknown'))
    ? ['add']
    : []
