'use server'

import { action } from '@/app/_forms/action'
import { finished } from '@/app/_forms/finished'
import { meanwhile } from '@/app/_forms/meanwhile'
import { offeringSimilar } from '@/app/(work)/confirm-similar'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { restoreOrganization } from '@/lib/organizations/restore-organization'
import { readForm, readTyped, refused } from '@/lib/platform/form'
import { addressOf, type State } from './address'

export const rename = action(async (actor, form) => {
  const { slug, name, version, confirmSimilar } = readForm(form)
  const result = await renameOrganization(actor, { slug, name, version, confirmSimilar })
  return result.ok
    ? arrive(result.value.slug, { done: 'renamed' })
    : offeringSimilar(meanwhile(result, form), [result], form)
})

export const merge = action(async (actor, form) => {
  const { slug, into } = readForm(form)
  const result = await mergeOrganization(actor, { slug, into })
  if (!result.ok) return refused(result, readTyped(form))

  const { organization, moved } = result.value
  return arrive(organization.slug, { done: 'merged', moved })
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

const arrive = (slug: string, said: Pick<State, 'done' | 'moved'>) => finished({ href: addressOf(slug, said) })
