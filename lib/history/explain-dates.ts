import 'server-only'
import { newId } from '@/lib/platform/id'
import type { Change } from './change'
import type { hashed } from './events'

/** A due date that replaces another one. YYYY-MM-DD; null for no date. */
export type Move = { assignmentId: string; before: string | null; after: string | null }

type Explained = { kind: 'moved' | 'corrected'; authorId: string; reason: ReturnType<typeof hashed> }

/**
 * Records why due dates change, before they do: the database refuses to move a date without its reason. One reason may
 * explain many.
 */
export const explainDates = (
  { tx, now }: Pick<Change, 'tx' | 'now'>,
  moves: readonly Move[],
  { kind, authorId, reason }: Explained,
) =>
  tx.dateChange.createMany({
    data: moves.map(({ assignmentId, before, after }) => ({
      id: newId(),
      assignmentId,
      kind,
      before: dateOf(before),
      asked: dateOf(after),
      granted: dateOf(after),
      reasonId: reason.id,
      authorId,
      askedAt: now,
      decision: 'granted' as const,
      decidedById: authorId,
      decidedAt: now,
    })),
  })

/** A day as the database client takes it. */
export const dateOf = (day: string | null) => (day === null ? null : new Date(day))
