import type { ReactNode } from 'react'
import { signedIn } from '@/app/signed-in'

export default async function WorkLayout({ children }: { children: ReactNode }) {
  await signedIn()
  return <main id="main">{children}</main>
}
