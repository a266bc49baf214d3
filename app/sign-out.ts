'use server'

import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_forms/action'
import { clearSiteData } from '@/lib/platform/clear-site-data'
import { byNextAuth } from './by-next-auth'

export const signOut = publicAction(async () => {
  clearSiteData()
  await byNextAuth('signout', {})
  redirect('/sign-in')
})
