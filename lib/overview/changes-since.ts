import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type Happening, happenings } from '@/lib/register/since'
import { listTotals, type Whose } from './list-totals'

/** Counts the assignments to which each of these has happened since the end of a day, as their lists do. */
export const changesSince = (actor: Actor, whose: Whose, day: string) =>
  listTotals<Happening>(
    actor,
    whose,
    happenings.map((one) => [one, { [one]: day }] as const),
  )
