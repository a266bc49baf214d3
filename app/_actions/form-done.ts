import 'server-only'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/platform/form'
import { hasScript } from './has-script'

type Finish = {
  /** What was done, in words: said beside a form that stays. Without it the form has done its work, and goes. */
  done?: string
  /** Where the page says it, with a notice at its section: without script, and where the form goes. */
  href: string
}

/** Ends an action that succeeded. With script the page is drawn anew in place; without, it leads (303) to `href`. */
export async function formDone({ done, href }: Finish): Promise<FormState> {
  if (!(await hasScript())) redirect(href)
  if (done === undefined) return { to: href }
  refresh()
  return { done }
}
