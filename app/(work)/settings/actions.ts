'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { finished } from '@/app/_forms/finished'
import { meanwhile } from '@/app/_forms/meanwhile'
import { byNextAuth } from '@/app/by-next-auth'
import { signedIn } from '@/app/signed-in'
import { changePassword } from '@/lib/people/change-password'
import { endSession, endSessions } from '@/lib/people/end-sessions'
import { makeToken } from '@/lib/people/make-token'
import { renameSelf } from '@/lib/people/rename-self'
import { revokeToken } from '@/lib/people/revoke-token'
import { type FormState, readForm, readTyped, refused } from '@/lib/platform/form'
import { words } from '@/lib/platform/i18n'

export async function saveName(_: FormState, form: FormData): Promise<FormState> {
  const { name, version } = readForm(form)
  const result = await renameSelf(await signedIn(), { name, version })
  return result.ok
    ? finished({ done: words('people.saved'), href: '/settings?done=name#name' })
    : meanwhile(result, form)
}

export async function savePassword(_: FormState, form: FormData): Promise<FormState> {
  const { current, password = '' } = readForm(form)
  const result = await changePassword(await signedIn(), { current, password })
  if (!result.ok) return refused(result, {})

  // All sessions have ended, this one too: here a new one begins.
  await byNextAuth('callback/credentials', { email: result.value.email, password })
  return finished({ done: words('settings.password.done'), href: '/settings?done=password#password' })
}

export async function endOne(_: FormState, form: FormData): Promise<FormState> {
  const { id } = readForm(form)
  const result = await endSession(await signedIn(), { id })
  return result.ok
    ? finished({ done: words('people.saved'), href: '/settings?done=sessions#sessions' })
    : refused(result, {})
}

export async function endEverywhere(): Promise<FormState> {
  const actor = await signedIn()
  const result = await endSessions(actor, { id: actor.id })
  if (!result.ok) return refused(result, {})
  await byNextAuth('signout', {})
  redirect('/sign-in')
}

/** The token is shown beside the form: once, since we don't keep it. */
export async function giveToken(_: FormState, form: FormData): Promise<FormState> {
  const { id, name, days, scope } = readForm(form)
  const result = await makeToken(await signedIn(), { id, name, days, scope })
  if (!result.ok) return refused(result, readTyped(form))

  refresh()
  return { done: words('settings.tokens.done'), typed: { token: result.value.token } }
}

export async function takeToken(_: FormState, form: FormData): Promise<FormState> {
  const { id } = readForm(form)
  const result = await revokeToken(await signedIn(), { id })
  return result.ok
    ? finished({ done: words('people.saved'), href: '/settings?done=tokens#tokens' })
    : refused(result, {})
}
