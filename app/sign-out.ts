'use server'

import { redirect } from 'next/navigation'
import { byNextAuth } from './by-next-auth'

export async function signOut() {
  await byNextAuth('signout', {})
  redirect('/sign-in')
}
