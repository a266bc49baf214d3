import 'server-only'
import type { Entry } from '@/lib/history/chronicle'
import type { Actor } from '@/lib/people/actor'
import { type Figures, figuresAsJson } from './figures'
import { lately } from './lately'
import { firstWork, type MyWork } from './my-work'

/** How things stand, what is on the reader, and what changed last. */
export type Dashboard = Figures & { work: MyWork; changed: Entry[] }

const few = 4

export async function dashboard(actor: Actor): Promise<Dashboard> {
  return JSON.parse(await dashboardAsJson(actor))
}

/** The same as text, for who only hands it on. */
export async function dashboardAsJson(actor: Actor): Promise<string> {
  const [figures, work, changed] = await Promise.all([figuresAsJson(actor), firstWork(actor, few), lately(actor)])
  return `${figures.slice(0, -1)},${JSON.stringify({ work, changed }).slice(1)}`
}
