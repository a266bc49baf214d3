import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { type Entry, timelineOf } from '@/lib/history/timeline'
import { currentLanguage } from '@/lib/platform/languages'

const most = 6

/** Returns the latest changes in words, as far as the actor may read them. A bulk change is one line. */
export const recentChanges = ({ id, role, organizationIds }: Actor): Promise<Entry[]> =>
  changesFor({ actor: { id, role, organizationIds }, language: currentLanguage() })

const changesFor = cacheUntilNextEvent(async ({ actor }: { actor: Actor; language: string }) => {
  const { entries } = await timelineOf(actor, { limit: most })
  return entries.slice(0, most)
})
