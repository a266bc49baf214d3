import { z } from 'zod'

/** A checkbox as a boolean. Forms send `on` for a checked box and nothing for an unchecked one. */
export const Checkbox = z.union([z.boolean(), z.literal('on').transform(() => true)], 'field_unreadable').default(false)
