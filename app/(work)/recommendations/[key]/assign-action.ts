'use server'

import { actionWith } from '@/app/_forms/action'
import { finished } from '@/app/_forms/finished'
import { assign } from '@/lib/assignments/assign'
import type { Assigned } from '@/lib/assignments/assign-all'
import { assignGroup } from '@/lib/assignments/assign-group'
import { assignSeveral } from '@/lib/assignments/assign-several'
import { mayAssign } from '@/lib/assignments/policy'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { type Named, partiesNamed } from '@/lib/organizations/parties-named'
import type { Actor } from '@/lib/people/actor'
import { readAll, readForm } from '@/lib/platform/form'
import { type Failure, invalidField, ok, type Result } from '@/lib/platform/result'
import { addressOf } from './address'
import { refusal } from './refusal'

type Duty = { key: string; owner?: string | undefined; dueOn?: string | undefined }

/** Assigns to every organization that was typed or ticked, and to all members of every group. */
export const assignParties = actionWith({ may: [mayAssign, 'assign_forbidden'] }, async (actor, form) => {
  const { id, key = '', owner, dueOn, organization = '', add } = readForm(form)
  const { organizations, groups } = sorted(await partiesNamed(organization), readAll(form, 'party'))

  const added = add ? await addOrganizations(actor, { names: organizations.typed }) : ok(null)
  if (!added.ok) return refusal(actor, atField(added), form)

  const all = [...organizations.ticked, ...organizations.typed]
  const result = await assignAll(actor, { key, owner, dueOn }, id, all, groups)
  if (!result.ok) return { ...(await refusal(actor, atField(result), form)), ...offer(result) }

  const done = result.value.made.length > 0 ? 'assigned' : 'already'
  return finished({ href: addressOf(key, { done, at: 'assignments' }, 'assignments') })
})

/** What was typed may be the names of organizations and of groups. */
function sorted(named: Named[], ticked: string[]) {
  return {
    organizations: {
      ticked: ticked.filter((party) => !party.startsWith('group:')),
      typed: named.flatMap(({ name, group }) => (group ? [] : [name])),
    },
    groups: [
      ...ticked.filter((party) => party.startsWith('group:')).map((party) => party.slice('group:'.length)),
      ...named.flatMap(({ group }) => group ?? []),
    ],
  }
}

async function assignAll(
  actor: Actor,
  duty: Duty,
  id: string | undefined,
  organizations: string[],
  groups: string[],
): Promise<Result<Assigned>> {
  const [only] = organizations
  if (only === undefined && groups.length === 0) return invalidField('organization', 'organization_missing')

  const assigned: Assigned = { made: [], already: [] }
  for (const group of groups) {
    const result = await assignGroup(actor, { ...duty, group })
    if (!result.ok) return result
    assigned.made.push(...result.value.made)
    assigned.already.push(...result.value.already)
  }
  if (only === undefined) return ok(assigned)
  if (organizations.length === 1) {
    const result = await assign(actor, { ...duty, id, organization: only })
    return result.ok ? ok({ ...assigned, made: [...assigned.made, result.value] }) : result
  }
  const result = await assignSeveral(actor, { ...duty, organizations })
  if (!result.ok) return result
  const { made, already } = result.value
  return ok({ made: [...assigned.made, ...made], already: [...assigned.already, ...already] })
}

/** The form has one field for all of them. */
function atField(failure: Failure): Failure {
  if (failure.reason !== 'invalid') return failure
  const parties = ['organizations', 'group', 'names']
  const errors = failure.errors.map((error) => {
    return parties.includes(error.field.split('.')[0] ?? '') ? { ...error, field: 'organization' } : error
  })
  return { ...failure, errors }
}

/** An organization that isn't there can be added in the same step. */
const offer = (failure: Failure) =>
  failure.reason === 'invalid' && failure.errors.some(({ code }) => code === 'organization_unknown')
    ? { offers: ['add'] }
    : {}
