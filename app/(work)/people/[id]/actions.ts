'use server'

import { action } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { renameFieldErrors } from '@/app/_actions/renamed-field-errors'
import { personAddress } from '@/app/_addresses/person'
import { addingMissing, offeringMissing, pointingToBox } from '@/app/(work)/_components/add-missing'
import { offeringSimilar } from '@/app/(work)/_components/confirm-similar'
import { handOver } from '@/lib/assignments/hand-over'
import type { Actor } from '@/lib/domain/actor'
import { changeRole } from '@/lib/people/change-role'
import { correctPerson } from '@/lib/people/correct-person'
import { disableUser } from '@/lib/people/disable-user'
import { enableUser } from '@/lib/people/enable-user'
import { endSessions } from '@/lib/people/end-sessions'
import { erasePerson } from '@/lib/people/erase-person'
import { inviteAgain } from '@/lib/people/invite-again'
import { makeResetLink } from '@/lib/people/make-reset-link'
import { revokeToken } from '@/lib/people/revoke-token'
import { setOrganizations } from '@/lib/people/set-organizations'
import { type FormState, readForm } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import type { Result } from '@/lib/platform/result'
import { linkMade } from '../link-made'

type Command = (actor: Actor, input: object) => Promise<Result<unknown>>

async function perform(
  actor: Actor,
  command: Command,
  form: FormData,
  input: object,
  section: string,
): Promise<FormState> {
  const result = await command(actor, input)
  if (!result.ok) return offeringSimilar(formConflict(result, form), [result], form)
  return saved(form, section)
}

function saved(form: FormData, section: string) {
  const { id = '', owner = id } = readForm(form)
  return formDone({ done: t('people.saved'), href: personAddress(owner, { done: section }, section) })
}

export const saveOrganizations = action(async (actor, form) => {
  const { id, version, organization, kind, ...fields } = readForm(form)
  const kept = Object.entries(fields).flatMap(([name, kind]) =>
    name.startsWith('member:') ? [{ organization: name.slice('member:'.length), kind }] : [],
  )
  const organizations = organization ? [...kept, { organization, kind }] : kept
  const attempt = () => setOrganizations(actor, { id, version, organizations })
  const { result: set, refused: notAdded } = await addingMissing(actor, form, attempt, (result) =>
    result.ok ? [] : [result],
  )
  const result = notAdded ?? set
  if (result.ok) return saved(form, 'organizations')
  const state = renameFieldErrors(
    'organization',
    offeringSimilar(formConflict(pointingToBox(result), form), [result], form),
  )
  return offeringMissing(state, [result], form)
})

export const saveRole = action(async (actor, form) => {
  const { id, version, role } = readForm(form)
  return perform(actor, changeRole, form, { id, version, role }, 'role')
})

export const correct = action(async (actor, form) => {
  const { id, version, name, email, confirmSimilar } = readForm(form)
  return perform(actor, correctPerson, form, { id, version, name, email, confirmSimilar }, 'details')
})

export const close = action(async (actor, form) => {
  const { id = '', version } = readForm(form)
  const result = await disableUser(actor, { id, version })
  return result.ok ? formDone({ href: personAddress(id, { done: 'closed' }, 'access') }) : formConflict(result, form)
})

export const eraseName = action(async (actor, form) => {
  const { id = '', version, reason, confirm } = readForm(form)
  const result = await erasePerson(actor, { id, version, reason, confirm })
  return result.ok ? formDone({ href: personAddress(id) }) : formConflict(result, form)
})

export const open = action(async (actor, form) => {
  const { id, version, confirmSimilar } = readForm(form)
  return perform(actor, enableUser, form, { id, version, confirmSimilar }, 'access')
})

export const giveTo = action(async (actor, form) => {
  const { id = '', to, note } = readForm(form)
  const result = await handOver(actor, { id, to, note })
  if (!result.ok) return formConflict(result, form)
  return formDone({ href: personAddress(id, { done: 'owned', change: result.value.change }, 'owned') })
})

export const signOutEverywhere = action(async (actor, form) => {
  const { id } = readForm(form)
  return perform(actor, endSessions, form, { id }, 'access')
})

export const takeTheirToken = action(async (actor, form) => {
  const { id } = readForm(form)
  return perform(actor, revokeToken, form, { id }, 'tokens')
})

export const inviteOnceMore = action(async (actor, form) => {
  const { id } = readForm(form)
  return linkMade(await inviteAgain(actor, { id }))
})

export const resetPassword = action(async (actor, form) => {
  const { id } = readForm(form)
  return linkMade(await makeResetLink(actor, { id }))
})
