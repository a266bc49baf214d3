'use server'

import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_actions/action'
import { nextAuthRequest } from '@/app/_actions/next-auth-request'
import { setUp } from '@/lib/people/set-up'
import { readForm, refused } from '@/lib/platform/form'

export const setUpInstance = publicAction(async (form) => {
  const { code = '', name = '', email = '', password = '' } = readForm(form)
  const result = await setUp({ code, name, email, password })
  if (!result.ok) return refused(result, { code, name, email })

  await nextAuthRequest('callback/credentials', { email, password })
  redirect('/')
})
