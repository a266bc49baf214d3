'use server'

import { action } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { type OrganizationState, organizationAddress } from '@/app/_addresses/organization'
import { offeringSimilar } from '@/app/(work)/_components/confirm-similar'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { restoreOrganization } from '@/lib/organizations/restore-organization'
import { readForm, readTyped, refused } from '@/lib/platform/form'

export const rename = action(async (actor, form) => {
  const { slug, name, version, confirmSimilar } = readForm(form)
  const result = await renameOrganization(actor, { slug, name, version, confirmSimilar })
  return result.ok
    ? arrive(result.value.slug, { done: 'renamed' })
    : offeringSimilar(formConflict(result, form), [result], form)
})

export const merge = action(async (actor, form) => {
  const { slug, into } = readForm(form)
  const result = await mergeOrganization(actor, { slug, into })
  if (!result.ok) return refused(result, readTyped(form))

  const { organization, change } = result.value
  return arrive(organization.slug, { done: 'merged', change })
})

export const archive = action(async (actor, form) => {
  const { slug } = readForm(form)
  const result = await archiveOrganization(actor, { slug })
  return result.ok ? arrive(result.value.slug, { done: 'archived' }) : refused(result, readTyped(form))
})

export const restore = action(async (actor, form) => {
  const { slug, confirmSimilar } = readForm(form)
  const result = await restoreOrganization(actor, { slug, confirmSimilar })
  return result.ok
    ? arrive(result.value.slug, { done: 'restored' })
    : offeringSimilar(refused(result, readTyped(form)), [result], form)
})

const arrive = (slug: string, state: Pick<OrganizationState, 'done' | 'change'>) =>
  formDone({ href: organizationAddress(slug, state) })
