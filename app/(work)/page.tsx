import { redirect } from 'next/navigation'
import { signedIn } from '@/app/signed-in'

/** Whoever comes in begins with what was agreed. */
export default async function HomePage() {
  await signedIn()
  redirect('/recommendations')
}
