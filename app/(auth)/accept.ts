'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { addressAtProvider, byNextAuth } from '@/app/by-next-auth'
import { acceptLink } from '@/lib/people/accept-link'
import { invitationCookie } from '@/lib/people/cookie'
import { type FormState, readForm, refused } from '@/lib/platform/form'

/** Sets the password of the account that an invitation or a reset is for, and signs in to it. */
export async function accept(_: FormState, form: FormData): Promise<FormState> {
  const { kind, code, password = '' } = readForm(form)
  const result = await acceptLink({ kind, code, password })
  if (!result.ok) return refused(result, {})

  await byNextAuth('callback/credentials', { email: result.value.email, password })
  redirect('/')
}

/** Goes to the provider with the invitation: whoever comes back with it is from then on whom it was for. */
export async function acceptByProvider(_: FormState, form: FormData): Promise<FormState> {
  const { code = '' } = readForm(form)
  const address = await addressAtProvider('/')
  const jar = await cookies()
  jar.set(invitationCookie.name, code, invitationCookie.options)
  redirect(address)
}
