'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_forms/action'
import { addressAtProvider, byNextAuth, ownPath } from '@/app/by-next-auth'
import { blockedUntil } from '@/lib/people/attempts'
import { now } from '@/lib/platform/clock'
import { readForm } from '@/lib/platform/form'
import { words } from '@/lib/platform/i18n'

export const signIn = publicAction(async (form) => {
  const { email = '', password = '', callbackUrl } = readForm(form)
  const onward = ownPath(callbackUrl)
  const answer = await byNextAuth('callback/credentials', { email, password, callbackUrl: onward })
  if (!answer.searchParams.has('error')) redirect(onward)

  return { message: await whyNot(email), typed: { email } }
})

/** Leads to the provider, who leads back to next-auth. */
export const signInByProvider = publicAction(async (form) => {
  const onward = ownPath(readForm(form).callbackUrl)
  redirect(await addressAtProvider(onward))
})

/** Never whether there is such an account: only when to try again, where it has been tried too often, there or not. */
async function whyNot(email: string) {
  const address = (await headers()).get('x-forwarded-for') ?? undefined
  const until = await blockedUntil({ email, address })
  if (!until) return words('errors.sign_in_failed')

  const minutes = Math.ceil((until.getTime() - now().getTime()) / 60_000)
  return words('errors.sign_in_blocked', { minutes })
}
