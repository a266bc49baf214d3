import 'server-only'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/platform/form'

type Finish = {
  /** What was done, in words: said beside a form that stays. */
  done: string
  /** Where the page says it without script: with a notice, at its section. */
  href: string
  /** A form that has done its work and goes: with script too the page is then the one at `href`. */
  leave?: boolean
}

/** Ends an action that succeeded. With script the page is drawn anew in place; without, it leads (303) to `href`. */
export async function finished({ done, href, leave = false }: Finish): Promise<FormState> {
  const scripted = (await headers()).has('next-action')
  if (!scripted) redirect(href)
  if (leave) return { to: href }
  refresh()
  return { done }
}
