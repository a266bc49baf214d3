import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Entry } from '@/lib/history/timeline'
import { shownPast } from '@/lib/platform/shown-day'
import { type Figures, figuresAsJson } from './figures'
import { firstWork, type MyWork } from './my-work'
import { recentChanges } from './recent-changes'
import { type Reached, recentProgress } from './recent-progress'

/**
 * The figures, the reader's work, the latest progress and the latest changes. A past day has no work, because nothing can
 * be done in it.
 */
export type Dashboard = Figures & { work?: MyWork; reached: Reached[]; changed: Entry[] }

const few = 4

export async function dashboard(actor: Actor): Promise<Dashboard> {
  return JSON.parse(await dashboardAsJson(actor))
}

/** Returns the dashboard as JSON text, for the API. */
export async function dashboardAsJson(actor: Actor): Promise<string> {
  const [figures, work, reached, changed] = await Promise.all([
    figuresAsJson(actor),
    shownPast() ? undefined : firstWork(actor, few),
    recentProgress(),
    recentChanges(actor),
  ])
  return `${figures.slice(0, -1)},${JSON.stringify({ work, reached, changed }).slice(1)}`
}
