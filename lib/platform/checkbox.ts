import { z } from 'zod'

/** A box that somebody ticks, as a boolean: forms send `on` for a ticked box and nothing for an empty one. */
export const Checkbox = z.union([z.boolean(), z.literal('on').transform(() => true)], 'field_unreadable').default(false)
