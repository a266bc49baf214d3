import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type Entry, timelineOf } from '@/lib/history/timeline'

const most = 6
const pages = 3

/** Returns the latest changes in words, as far as the actor may read them. A bulk change is one line. */
export async function recentChanges(actor: Actor): Promise<Entry[]> {
  const entries: Entry[] = []
  let after: number | undefined
  for (let page = 0; page < pages && entries.length < most; page++) {
    const told = await timelineOf(actor, { after })
    entries.push(...told.entries)
    if (told.next === null) break
    after = told.next
  }
  return entries.slice(0, most)
}
