'use server'

import { refresh } from 'next/cache'
import { action } from '@/app/_actions/action'
import { renameFieldErrors } from '@/app/_actions/renamed-field-errors'
import { offeringSimilar } from '@/app/(work)/_components/confirm-similar'
import { type Invited, inviteSeveral } from '@/lib/people/invite-several'
import { inviteUser } from '@/lib/people/invite-user'
import { type FormState, readForm, readTyped, refused } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import type { Failure, Result } from '@/lib/platform/result'
import { addingMissing, offeringMissing } from './adding-missing'
import { linkMade } from './link-made'

export const inviteSomebody = action(async (actor, form) => {
  const { id, name, email, role, organization, confirmSimilar } = readForm(form)
  const organizations = organization ? [organization] : []
  const attempt = () => inviteUser(actor, { id, name, email, role, organizations, confirmSimilar })
  const { result: invited, refused: notAdded } = await addingMissing(actor, form, attempt, failuresIn)
  const result = notAdded ?? invited
  const state = renameFieldErrors('organization', linkMade(result, readTyped(form)))
  return result.ok ? state : offeringMissing(offeringSimilar(state, [result], form), [result], form)
})

/** The links stay on the page: each is shown once. The lines that failed stay in the field, numbered, each with its reason. */
export const invitePasted = action(async (actor, form) => {
  const { id, people, role, confirmSimilar } = readForm(form)
  const attempt = () => inviteSeveral(actor, { id, people, role, confirmSimilar })
  const { result, refused: notAdded } = await addingMissing(actor, form, attempt, (tried) =>
    tried.ok ? failuresOf(tried.value) : [],
  )
  if (!result.ok) return refused(result, readTyped(form))

  refresh()
  const failures = [...failuresOf(result.value), ...(notAdded ? [notAdded] : [])]
  const state = stateAfter(result.value, role, notAdded)
  return failures.length > 0 ? offeringMissing(offeringSimilar(state, failures, form), failures, form) : state
})

const failuresIn = (result: Result<unknown>) => (result.ok ? [] : [result])

const failuresOf = (all: Invited[]) => all.flatMap(({ result }) => failuresIn(result))

function stateAfter(all: Invited[], role: string | undefined, notAdded: Failure | undefined): FormState {
  const failed = all.flatMap(({ person, result }) => (result.ok ? [] : [{ person, reason: reasonOf(result) }]))
  const came = all.flatMap(({ result }) => (result.ok ? [result.value] : []))
  const links = came.map(({ name, email, link, mailed }) => ({
    label: t(mailed ? 'people.several.mailed' : 'people.several.link', { name, email }),
    value: link,
  }))
  const told = { done: t('people.several.done', { count: came.length }), links }
  if (failed.length === 0) return told

  const reasons = failed.map(({ person: { text }, reason }, place) =>
    t('people.several.failed', { line: place + 1, text, reason }),
  )
  const people = failed.map(({ person }) => person.text).join('\n')
  return {
    ...told,
    message: t('people.several.wrong', { count: failed.length }),
    errors: { people: [...reasons, ...(notAdded ? [reasonOf(notAdded)] : [])].join('\n') },
    typed: { people, ...(role && { role }) },
  }
}

const reasonOf = (failure: Failure) =>
  failure.reason === 'invalid'
    ? failure.errors.map(({ code, params }) => t(`errors.${code}`, params)).join(' ')
    : t(`errors.${failure.code}`, failure.params)
