'use server'

import { finished } from '@/app/_forms/finished'
import { meanwhile } from '@/app/_forms/meanwhile'
import { signedIn } from '@/app/signed-in'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { restoreOrganization } from '@/lib/organizations/restore-organization'
import { type FormState, readForm, readTyped, refused } from '@/lib/platform/form'
import { addressOf, type State } from './address'

export async function rename(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { slug, name, version } = readForm(form)
  const result = await renameOrganization(actor, { slug, name, version })
  return result.ok ? arrive(result.value.slug, { done: 'renamed' }) : meanwhile(result, form)
}

export async function merge(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { slug, into } = readForm(form)
  const result = await mergeOrganization(actor, { slug, into })
  if (!result.ok) return refused(result, readTyped(form))

  const { organization, moved } = result.value
  return arrive(organization.slug, { done: 'merged', moved })
}

export async function archive(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { slug } = readForm(form)
  const result = await archiveOrganization(actor, { slug })
  return result.ok ? arrive(result.value.slug, { done: 'archived' }) : refused(result, readTyped(form))
}

export async function restore(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { slug } = readForm(form)
  const result = await restoreOrganization(actor, { slug })
  return result.ok ? arrive(result.value.slug, { done: 'restored' }) : refused(result, readTyped(form))
}

const arrive = (slug: string, said: Pick<State, 'done' | 'moved'>) => finished({ href: addressOf(slug, said) })
