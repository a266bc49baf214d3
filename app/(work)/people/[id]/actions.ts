'use server'

import { finished } from '@/app/_forms/finished'
import { meanwhile } from '@/app/_forms/meanwhile'
import { signedIn } from '@/app/signed-in'
import type { Actor } from '@/lib/people/actor'
import { changeRole } from '@/lib/people/change-role'
import { disableUser } from '@/lib/people/disable-user'
import { enableUser } from '@/lib/people/enable-user'
import { endSessions } from '@/lib/people/end-sessions'
import { inviteAgain } from '@/lib/people/invite-again'
import { makeResetLink } from '@/lib/people/make-reset-link'
import { revokeToken } from '@/lib/people/revoke-token'
import { setOrganizations } from '@/lib/people/set-organizations'
import { type FormState, readForm } from '@/lib/platform/form'
import { words } from '@/lib/platform/i18n'
import type { Result } from '@/lib/platform/result'
import { atField } from '../at-field'
import { linkMade } from '../link-made'

type Command = (actor: Actor, input: object) => Promise<Result<unknown>>

async function perform(command: Command, form: FormData, input: object, section: string): Promise<FormState> {
  const result = await command(await signedIn(), input)
  if (!result.ok) return meanwhile(result, form)
  const { id, owner = id } = readForm(form)
  return finished({ done: words('people.saved'), href: `/people/${owner}?done=${section}#${section}` })
}

export async function saveOrganizations(_: FormState, form: FormData): Promise<FormState> {
  const { id, version, organization, kind, ...fields } = readForm(form)
  const kept = Object.entries(fields).flatMap(([name, kind]) =>
    name.startsWith('member:') ? [{ organization: name.slice('member:'.length), kind }] : [],
  )
  const organizations = organization ? [...kept, { organization, kind }] : kept
  const state = await perform(setOrganizations, form, { id, version, organizations }, 'organizations')
  return atField('organization', state)
}

export async function saveRole(_: FormState, form: FormData): Promise<FormState> {
  const { id, version, role } = readForm(form)
  return perform(changeRole, form, { id, version, role }, 'role')
}

export async function close(_: FormState, form: FormData): Promise<FormState> {
  const { id, version } = readForm(form)
  return perform(disableUser, form, { id, version }, 'access')
}

export async function open(_: FormState, form: FormData): Promise<FormState> {
  const { id, version } = readForm(form)
  return perform(enableUser, form, { id, version }, 'access')
}

export async function signOutEverywhere(_: FormState, form: FormData): Promise<FormState> {
  const { id } = readForm(form)
  return perform(endSessions, form, { id }, 'access')
}

export async function takeTheirToken(_: FormState, form: FormData): Promise<FormState> {
  const { id } = readForm(form)
  return perform(revokeToken, form, { id }, 'tokens')
}

export async function inviteOnceMore(_: FormState, form: FormData): Promise<FormState> {
  const { id } = readForm(form)
  return linkMade(await inviteAgain(await signedIn(), { id }))
}

export async function resetPassword(_: FormState, form: FormData): Promise<FormState> {
  const { id } = readForm(form)
  return linkMade(await makeResetLink(await signedIn(), { id }))
}
