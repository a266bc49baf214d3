'use server'

import { action, actionWith } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { listFieldErrors } from '@/app/_actions/list-field-errors'
import { groupAddress } from '@/app/_addresses/group'
import { offeringSimilar } from '@/app/(work)/_components/confirm-similar'
import { addMemberStates } from '@/lib/organizations/add-member-states'
import { addMembers, type MembersAdded } from '@/lib/organizations/add-members'
import { namesIn } from '@/lib/organizations/pasted-names'
import { mayKeepGroups } from '@/lib/organizations/policy'
import { removeMembers } from '@/lib/organizations/remove-members'
import { renameGroup } from '@/lib/organizations/rename-group'
import { type FormState, readAll, readForm, readTyped, refused } from '@/lib/platform/form'
import type { Result } from '@/lib/platform/result'

export const pasteMembers = actionWith({ may: [mayKeepGroups, 'group_forbidden'] }, async (actor, form) => {
  const { group = '', names = '', confirmSimilar } = readForm(form)
  const result = await addMembers(actor, { group, names: namesIn(names), confirmSimilar })
  return came(group, result, form, 'names')
})

export const pickMembers = action(async (actor, form) => {
  const { group = '' } = readForm(form)
  const result = await addMembers(actor, { group, organizations: readAll(form, 'organizations') })
  return came(group, result, form, 'organizations')
})

export const addStates = action(async (actor, form) => {
  const { group = '', confirmSimilar } = readForm(form)
  return came(group, await addMemberStates(actor, { group, confirmSimilar }), form, 'names')
})

async function came(group: string, result: Result<MembersAdded>, form: FormData, field: string): Promise<FormState> {
  if (!result.ok) return offeringSimilar(listFieldErrors(field, refused(result, readTyped(form))), [result], form)

  const many = (wanted: string) => result.value.rows.filter(({ outcome }) => outcome === wanted).length
  const counts = { made: many('made'), found: many('added'), already: many('already') }
  return formDone({ href: groupAddress(group, { done: 'added', counts }) })
}

export const takeOut = action(async (actor, form) => {
  const { group = '' } = readForm(form)
  const organizations = readAll(form, 'organizations')
  const result = await removeMembers(actor, { group, organizations })
  if (!result.ok) return listFieldErrors('organizations', refused(result, readTyped(form)))

  return formDone({ href: groupAddress(group, { done: 'removed' }) })
})

export const rename = action(async (actor, form) => {
  const { slug = '', name, version, confirmSimilar } = readForm(form)
  const result = await renameGroup(actor, { slug, name, version, confirmSimilar })
  if (!result.ok) return offeringSimilar(formConflict(result, form), [result], form)

  return formDone({ href: groupAddress(slug, { done: 'renamed' }) })
})
