import 'server-only'
import type { Entry } from '@/lib/history/chronicle'
import type { Actor } from '@/lib/people/actor'
import { type Figures, figuresAsJson } from './figures'
import { lately } from './lately'
import { firstWork, type MyWork } from './my-work'
import { type Reached, reachedLately } from './reached'

/** How things stand, what is for the reader, what was reached lately, and what changed last. */
export type Dashboard = Figures & { work: MyWork; reached: Reached[]; changed: Entry[] }

const few = 4

export async function dashboard(actor: Actor): Promise<Dashboard> {
  return JSON.parse(await dashboardAsJson(actor))
}

/** The same as text, for who only hands it on. */
export async function dashboardAsJson(actor: Actor): Promise<string> {
  const [figures, work, reached, changed] = await Promise.all([
    figuresAsJson(actor),
    firstWork(actor, few),
    reachedLately(),
    lately(actor),
  ])
  return `${figures.slice(0, -1)},${JSON.stringify({ work, reached, changed }).slice(1)}`
}
