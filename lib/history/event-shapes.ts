import { z } from 'zod'
import { Closure } from '@/prisma/generated/enums'

/* The shapes that the events of several nouns share. */

/** The history has the ID and the hash of what people wrote, so that the text itself can be erased by law. */
export const Words = z.object({ id: z.uuid(), sha256: z.string() })

export const Id = z.uuid()
export const MaybeId = Id.nullable()
export const MaybeDay = z.iso.date().nullable()
export const Nothing = z.null()

export const Closed = z.object({ closure: z.enum(Closure) })
export const Open = z.object({ closure: z.null() })
export const Explained = { reason: Words }

/** What was erased by law, by the kind of each and the ID of the text, the draft, the evidence or the person. */
const erasedKinds = ['annotation', 'report', 'note', 'draft', 'evidence', 'person'] as const
export const Erased = z.object({
  erased: z.array(z.object({ id: Id, kind: z.enum(erasedKinds) })),
  ...Explained,
})

/** Returns the schema of a kind of event, with what it says of before and after. */
export const event = <K extends string, B extends z.ZodType, A extends z.ZodType>(kind: K, before: B, after: A) =>
  z.object({ kind: z.literal(kind), body: z.object({ before, after }) })
