import { z } from 'zod'
import { isKeepable } from '@/lib/platform/text'

const Typed = z.string('field_unreadable').max(2000, 'text_too_long').refine(isKeepable, 'text_unreadable').optional()

/** The details of a document as they were typed, valid or not, so that nothing typed is lost. */
export const TypedDetails = z.object({
  code: Typed,
  title: Typed,
  symbol: Typed,
  body: Typed,
  date: Typed,
  place: Typed,
  language: Typed,
})

export type TypedDetails = z.output<typeof TypedDetails>

export const typedFields = TypedDetails.keyof().options
