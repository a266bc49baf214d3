import 'server-only'
import { chronicleOf, type Entry } from '@/lib/history/chronicle'
import type { Actor } from '@/lib/people/actor'

const most = 6
const pages = 3

/** What changed last, in words, as far as the actor may hear of it. What was done in bulk may fill a page with one line. */
export async function lately(actor: Actor): Promise<Entry[]> {
  const entries: Entry[] = []
  let after: number | undefined
  for (let page = 0; page < pages && entries.length < most; page++) {
    const told = await chronicleOf(actor, { after })
    entries.push(...told.entries)
    if (told.next === null) break
    after = told.next
  }
  return entries.slice(0, most)
}
