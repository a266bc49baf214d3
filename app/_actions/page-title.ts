import 'server-only'
import type { Metadata } from 'next'
import { currentActor } from '@/lib/people/session'
import { type TextKey, t } from '@/lib/platform/i18n'

/** Makes a page's `generateMetadata`: its title, by its key in the catalogue. */
export const pageTitle = (key: TextKey) => async (): Promise<Metadata> => {
  // Who is signed in may have chosen a language.
  await currentActor()
  return { title: t(key) }
}
