import { z } from 'zod'
import { CycleAsks } from '@/prisma/generated/enums'
import { event, Id, MaybeId, Nothing } from './event-shapes'

const Planned = z.object({
  name: z.string(),
  asks: z.enum(CycleAsks),
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  /** Null: all documents. */
  documentId: MaybeId,
  /** Without organizations and groups, all organizations are asked. */
  organizationIds: z.array(Id),
  groupIds: z.array(Id),
})
const Closing = z.object({ closesOn: z.iso.date() })

/** Every kind of event of a reporting cycle. */
export const cycleEvents = [
  event('cycle.added', Nothing, Planned),
  event('cycle.edited', Planned.partial(), Planned.partial()),
  event(
    'cycle.opened',
    Nothing,
    z.object({
      state: z.literal('open'),
      asked: z.int(),
      /** The beginning of its opening day. */
      countsFrom: z.iso.datetime().optional(),
      /** The fingerprint of the IDs of the assignments. */
      assignments: z.string().optional(),
    }),
  ),
  event('cycle.extended', Closing, Closing),
  event('cycle.cancelled', Nothing, z.object({ state: z.literal('cancelled') })),
  event(
    'cycle.closed',
    Nothing,
    z.object({
      state: z.literal('closed'),
      answered: z.int(),
      late: z.int(),
      not_answered: z.int(),
      closed: z.int(),
      /** The fingerprint of the results. */
      results: z.string().optional(),
    }),
  ),
] as const
