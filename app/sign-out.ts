'use server'

import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_forms/action'
import { byNextAuth } from './by-next-auth'

export const signOut = publicAction(async () => {
  await byNextAuth('signout', {})
  redirect('/sign-in')
})
