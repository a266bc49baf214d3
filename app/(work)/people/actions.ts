'use server'

import { refresh } from 'next/cache'
import { action } from '@/app/_actions/action'
import { renameFieldErrors } from '@/app/_actions/renamed-field-errors'
import { addingMissing, offeringMissing, pointingToBox } from '@/app/(work)/_components/add-missing'
import { offeringSimilar } from '@/app/(work)/_components/confirm-similar'
import { type Invited, inviteSeveral } from '@/lib/people/invite-several'
import { inviteUser } from '@/lib/people/invite-user'
import { readForm, readTyped, refused } from '@/lib/platform/form'
import type { Result } from '@/lib/platform/result'
import { stateAfter, withoutOrganization } from './invited-several'
import { linkMade } from './link-made'

export const inviteSomebody = action(async (actor, form) => {
  const { id, name, email, role, organization, confirmSimilar } = readForm(form)
  const organizations = organization ? [organization] : []
  const attempt = () => inviteUser(actor, { id, name, email, role, organizations, confirmSimilar })
  const { result: invited, refused: notAdded } = await addingMissing(actor, form, attempt, failuresIn)
  const result = notAdded ?? invited
  if (result.ok) {
    const state = linkMade(result)
    return { ...state, done: [state.done, withoutOrganization([result.value])].filter(Boolean).join(' ') }
  }
  const state = renameFieldErrors('organization', refused(pointingToBox(result), readTyped(form)))
  return offeringMissing(offeringSimilar(state, [result], form), [result], form)
})

/**
 * The links stay on the page, because each is shown once. The lines that failed stay in the field, numbered and with
 * their reasons.
 */
export const invitePasted = action(async (actor, form) => {
  const { id, people, role, confirmSimilar } = readForm(form)
  const attempt = () => inviteSeveral(actor, { id, people, role, confirmSimilar })
  const { result, refused: notAdded } = await addingMissing(actor, form, attempt, (tried) =>
    tried.ok ? failuresOf(tried.value.all) : [],
  )
  if (!result.ok) return refused(result, readTyped(form))

  refresh()
  const failures = [...failuresOf(result.value.all), ...(notAdded ? [notAdded] : [])]
  const state = stateAfter(result.value, role, notAdded)
  return failures.length > 0 ? offeringMissing(offeringSimilar(state, failures, form), failures, form) : state
})

const failuresIn = (result: Result<unknown>) => (result.ok ? [] : [result])

const failuresOf = (all: Invited[]) => all.flatMap(({ result }) => failuresIn(result))
