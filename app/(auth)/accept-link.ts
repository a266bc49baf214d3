'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_actions/action'
import { addressAtProvider, nextAuthRequest } from '@/app/_actions/next-auth-request'
import { acceptLink } from '@/lib/people/accept-link'
import { invitationCookie } from '@/lib/people/cookie'
import { readForm, refused } from '@/lib/platform/form'

/** Sets the password of an account through an invitation or a reset link, and signs in to the account. */
export const accept = publicAction(async (form) => {
  const { kind, code, password = '' } = readForm(form)
  const result = await acceptLink({ kind, code, password })
  if (!result.ok) return refused(result, {})

  await nextAuthRequest('callback/credentials', { email: result.value.email, password })
  redirect('/')
})

/**
 * Goes to the provider with an invitation. The identity that comes back is then linked to the person who was invited.
 */
export const acceptByProvider = publicAction(async (form) => {
  const { code = '' } = readForm(form)
  const address = await addressAtProvider('/')
  const jar = await cookies()
  jar.set(invitationCookie.name, code, invitationCookie.options)
  redirect(address)
})
