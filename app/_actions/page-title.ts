import 'server-only'
import type { Metadata } from 'next'
import { currentActor } from '@/lib/people/session'
import { type TextKey, t } from '@/lib/platform/i18n'

/** Returns the `generateMetadata` of a page, with the title of this key. */
export const pageTitle = (key: TextKey) => async (): Promise<Metadata> => {
  // A person who is signed in may have chosen a language.
  await currentActor()
  return { title: t(key) }
}
