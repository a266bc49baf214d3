'use server'

import { redirect } from 'next/navigation'
import { byNextAuth } from '@/app/by-next-auth'
import { setUp } from '@/lib/people/set-up'
import { type FormState, readForm, refused } from '@/lib/platform/form'

export async function setUpInstance(_: FormState, form: FormData): Promise<FormState> {
  const { code = '', name = '', email = '', password = '' } = readForm(form)
  const result = await setUp({ code, name, email, password })
  if (!result.ok) return refused(result, { code, name, email })

  await byNextAuth('callback/credentials', { email, password })
  redirect('/')
}
