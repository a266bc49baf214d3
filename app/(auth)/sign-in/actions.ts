'use server'

import { redirect } from 'next/navigation'
import { byNextAuth, ownPath } from '@/app/by-next-auth'
import { type FormState, readForm } from '@/lib/platform/form'
import { words } from '@/lib/platform/i18n'

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const { email = '', password = '', callbackUrl } = readForm(form)
  const onward = ownPath(callbackUrl)
  const answer = await byNextAuth('callback/credentials', { email, password, callbackUrl: onward })
  if (!answer.searchParams.has('error')) redirect(onward)

  return { message: words('errors.sign_in_failed'), typed: { email } }
}
