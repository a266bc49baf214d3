'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_actions/action'
import { restoreForm } from '@/app/_actions/interrupted-form'
import { addressAtProvider, nextAuthRequest } from '@/app/_actions/next-auth-request'
import { knownBrowserCookie } from '@/lib/people/known-browser'
import { signInBlockedUntil } from '@/lib/people/sign-in'
import { now } from '@/lib/platform/clock'
import { readForm } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import { ownPath } from '@/lib/platform/own-path'
import { wordsOf } from './refusals'

export const signIn = publicAction(async (form) => {
  const { email = '', password = '', callbackUrl } = readForm(form)
  const restored = await restoreForm(form)
  const onward = ownPath(callbackUrl) ?? '/'
  const answer = await nextAuthRequest('callback/credentials', { email, password, callbackUrl: onward })
  const error = answer.searchParams.get('error')
  if (error === null && restored) return {}
  if (error === null) redirect(onward)
  if (error !== 'CredentialsSignin') return { message: wordsOf(error), typed: { email } }

  return { message: await whyNot(email), typed: { email } }
})

/** Shows the interrupted form to a person who has signed in elsewhere. */
export const resume = publicAction(async (form) => {
  await restoreForm(form)
  return {}
})

/** Redirects to the provider, which then redirects to next-auth. */
export const signInByProvider = publicAction(async (form) => {
  const onward = ownPath(readForm(form).callbackUrl) ?? '/'
  redirect(await addressAtProvider(onward))
})

/**
 * Returns why sign-in failed. Never reveals whether there is an account. After too many attempts, says when to try
 * again, whether or not there is an account.
 */
async function whyNot(email: string) {
  const address = (await headers()).get('x-forwarded-for') ?? undefined
  const browser = (await cookies()).get(knownBrowserCookie.name)?.value
  const until = await signInBlockedUntil({ email, address, browser })
  if (!until) return t('errors.sign_in_failed')

  const seconds = (until.getTime() - now().getTime()) / 1000
  const minutes = seconds < 30 ? 0 : Math.ceil(seconds / 60)
  return t('errors.sign_in_blocked', { minutes })
}
