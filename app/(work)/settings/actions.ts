'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { action, actionWith } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { nextAuthRequest } from '@/app/_actions/next-auth-request'
import { offeringSimilar } from '@/app/(work)/_components/confirm-similar'
import { setMailFrequency } from '@/lib/notifications/mail-frequency'
import { changePassword } from '@/lib/people/change-password'
import { endSession, endSessions } from '@/lib/people/end-sessions'
import { makeToken } from '@/lib/people/make-token'
import { renameSelf } from '@/lib/people/rename-self'
import { revokeToken } from '@/lib/people/revoke-token'
import { clearSiteData } from '@/lib/platform/clear-site-data'
import { readForm, readTyped, refused } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'

export const saveName = action(async (actor, form) => {
  const { name, version, confirmSimilar } = readForm(form)
  const result = await renameSelf(actor, { name, version, confirmSimilar })
  return result.ok
    ? formDone({ done: t('people.saved'), href: '/settings?done=name#name' })
    : offeringSimilar(formConflict(result, form), [result], form)
})

export const saveMailFrequency = action(async (actor, form) => {
  const { frequency } = readForm(form)
  const result = await setMailFrequency(actor, { frequency })
  return result.ok
    ? formDone({ done: t('people.saved'), href: '/settings?done=notifications#notifications' })
    : refused(result, readTyped(form))
})

export const savePassword = actionWith({ secret: true }, async (actor, form) => {
  const { current, password = '' } = readForm(form)
  const result = await changePassword(actor, { current, password })
  if (!result.ok) return refused(result, {})

  // All sessions have ended, including this one, so this starts a new one.
  await nextAuthRequest('callback/credentials', { email: result.value.email, password })
  return formDone({ done: t('settings.password.done'), href: '/settings?done=password#password' })
})

export const endOne = action(async (actor, form) => {
  const { id } = readForm(form)
  const result = await endSession(actor, { id })
  return result.ok
    ? formDone({ done: t('people.saved'), href: '/settings?done=sessions#sessions' })
    : refused(result, {})
})

export const endEverywhere = action(async (actor) => {
  const result = await endSessions(actor, { id: actor.id })
  if (!result.ok) return refused(result, {})
  clearSiteData()
  await nextAuthRequest('signout', {})
  redirect('/sign-in')
})

/** The token is shown beside the form, once, because we store only its hash. */
export const giveToken = action(async (actor, form) => {
  const { id, name, days, scope } = readForm(form)
  const result = await makeToken(actor, { id, name, days, scope })
  if (!result.ok) return refused(result, readTyped(form))

  refresh()
  return { done: t('settings.tokens.done'), typed: { token: result.value.token } }
})

export const takeToken = action(async (actor, form) => {
  const { id } = readForm(form)
  const result = await revokeToken(actor, { id })
  return result.ok ? formDone({ done: t('people.saved'), href: '/settings?done=tokens#tokens' }) : refused(result, {})
})
