import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Entry } from '@/lib/history/timeline'
import { type Figures, figuresAsJson } from './figures'
import { firstWork, type MyWork } from './my-work'
import { recentChanges } from './recent-changes'
import { type Reached, recentProgress } from './recent-progress'

/** How things stand, what is for the reader, what was reached lately, and what changed last. */
export type Dashboard = Figures & { work: MyWork; reached: Reached[]; changed: Entry[] }

const few = 4

export async function dashboard(actor: Actor): Promise<Dashboard> {
  return JSON.parse(await dashboardAsJson(actor))
}

/** The dashboard as JSON text, for code that only hands it on. */
export async function dashboardAsJson(actor: Actor): Promise<string> {
  const [figures, work, reached, changed] = await Promise.all([
    figuresAsJson(actor),
    firstWork(actor, few),
    recentProgress(),
    recentChanges(actor),
  ])
  return `${figures.slice(0, -1)},${JSON.stringify({ work, reached, changed }).slice(1)}`
}
