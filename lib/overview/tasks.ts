import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { cursors } from '@/lib/platform/cursor'
import type { MyWork } from './my-work'
import { type Placed, Places, sourcesOf, type Task, type TaskKind } from './task-sources'

/** What a person has to do, the most urgent first, and how much there is of each kind. */
export type Tasks = {
  items: Task[]
  /** The cursor of the next page. */
  next: string | null
  /** The kinds of which there are any, in the order of the kinds. */
  counts: { kind: TaskKind; count: number; more: boolean }[]
  work: Omit<MyWork, 'items' | 'next' | 'unassigned'>
}

type Wanted = { kind?: TaskKind | undefined; after?: string | undefined; limit?: number | undefined }

const { read, after: cursorAfter } = cursors('tasks', Places)

const beginning: Places = [null, null, null, null, null, null]

/** The number of rows on a page. */
const few = 30

/**
 * Returns what a person has to do: what was returned and what is overdue comes first, then all other work by the day since
 * which it waits or on which it is due. Only one kind, if one is asked for. A cursor that cannot be read begins the list.
 */
export async function tasksOf(actor: Actor, { kind, after, limit = few }: Wanted = {}): Promise<Tasks> {
  const from = read(after) ?? beginning
  const { lists, counts, work } = await sourcesOf(actor, { from, limit: limit + 1, kind })
  const found = lists.flat().sort(byUrgency)
  const page = found.slice(0, limit)
  return {
    items: page.map(({ task }) => task),
    next: found.length > limit ? cursorAfter(placesAfter(page, lists, from)) : null,
    counts: counts.filter(({ count }) => count > 0),
    work,
  }
}

/** Each list is in this order already, and sorting keeps it among equals. */
const byUrgency = (one: Placed, other: Placed) =>
  one.turn - other.turn || (one.day < other.day ? -1 : Number(one.day > other.day))

/** Returns the position after a page in each list: that of the last row that it shows, or the one before it. */
const placesAfter = (page: readonly Placed[], lists: readonly Placed[][], from: Places) =>
  Places.parse(lists.map((list, which) => list.findLast((one) => page.includes(one))?.place ?? from[which] ?? null))
