import 'server-only'
import { refresh } from 'next/cache'
import type { Linked } from '@/lib/people/invite-user'
import { type FormState, refused } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import type { Result } from '@/lib/platform/result'

/** Returns a state that shows the link beside its form. The link is shown once, because we store only its hash. */
export function linkMade(result: Result<Linked>, typed: FormState['typed'] = {}): FormState {
  if (!result.ok) return refused(result, typed)

  refresh()
  const { name, email, link, mailed } = result.value
  return { done: t(mailed ? 'people.linkMailed' : 'people.linkMade', { name, email }), typed: { link } }
}
