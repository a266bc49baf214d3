'use server'

import { headers } from 'next/headers'
import { after } from 'next/server'
import { publicAction } from '@/app/_actions/action'
import { formDone } from '@/app/_actions/form-done'
import { askForReset } from '@/lib/people/ask-for-reset'
import { readForm, refused } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'

/** Gives the same answer for every email, and sends the link afterwards. */
export const askForLink = publicAction(async (form) => {
  const { email } = readForm(form)
  const address = (await headers()).get('x-forwarded-for') ?? undefined
  const result = await askForReset({ email, address }, after)
  if (!result.ok) return refused(result, { email })
  return formDone({ done: t('forgotPassword.done'), href: '/forgot-password?done=sent' })
})
