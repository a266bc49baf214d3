'use server'

import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_actions/action'
import { clearSiteData } from '@/lib/platform/clear-site-data'
import { nextAuthRequest } from './next-auth-request'

export const signOut = publicAction(async () => {
  clearSiteData()
  await nextAuthRequest('signout', {})
  redirect('/sign-in')
})
