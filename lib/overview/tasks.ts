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
  /** The number of the page, from 1, and how many tasks the pages before it have. */
  page: number
  before: number
  /** The kinds of which there are any, in the order of the kinds. */
  counts: { kind: TaskKind; count: number; more: boolean }[]
  work: Omit<MyWork, 'items' | 'next' | 'unassigned'>
}

type Wanted = {
  kind?: TaskKind | undefined
  page?: number | undefined
  after?: string | undefined
  limit?: number | undefined
}

const { read: readPlaces, after: cursorAfter } = cursors('tasks', Places)

const beginning: Places = [null, null, null, null, null, null]

/** The number of rows on a page. */
const few = 30

/** The last page that can be read without the cursor of its place. */
const lastWithoutCursor = 100

/**
 * Returns what a person has to do: what was returned and what is overdue comes first, then all other work by the day since
 * which it waits or on which it is due. Only one kind, if one is asked for. A page begins at its cursor. Without one, the pages
 * before it are read as well. A page that cannot be found is the first.
 */
export async function tasksOf(
  actor: Actor,
  { kind, page: asked = 1, after, limit = few }: Wanted = {},
): Promise<Tasks> {
  const from = readPlaces(after)
  const page = Number.isInteger(asked) && asked > 0 && (from || asked <= lastWithoutCursor) ? asked : 1
  const skipped = from ? 0 : (page - 1) * limit
  const { lists, counts, work } = await sourcesOf(actor, {
    from: from ?? beginning,
    limit: skipped + limit + 1,
    kind,
  })
  const found = lists.flat().sort(byUrgency)
  if (skipped > 0 && found.length <= skipped) return tasksOf(actor, { kind, limit })
  const read = found.slice(0, skipped + limit)
  return {
    items: read.slice(skipped).map(({ task }) => task),
    next: found.length > read.length ? cursorAfter(placesAfter(read, lists, from ?? beginning)) : null,
    page,
    before: (page - 1) * limit,
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
