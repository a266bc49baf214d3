import 'server-only'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/platform/form'
import { hasScript } from './has-script'

type Finish = {
  /** What was done, as a sentence beside a form that stays. Without it, the form disappears after its work. */
  done?: string
  /**
   * The address at which the page says what was done, in a notice in its section. Used without script, and if the form
   * disappears.
   */
  href: string
}

/** Ends an action that succeeded. With script, renders the page again in place. Without, redirects (303) to `href`. */
export async function formDone({ done, href }: Finish): Promise<FormState> {
  if (!(await hasScript())) redirect(href)
  if (done === undefined) return { to: href }
  refresh()
  return { done }
}
