import { z } from 'zod'
import { nameText } from '@/lib/platform/text'
import { Kind } from '@/prisma/generated/enums'

/** A paragraph's label as printed. */
export const Label = nameText('field_unreadable', 40)

/** Identifies a paragraph by its label, or by its ordinal if labels repeat. */
export const Reference = z.union(
  [Label, z.string(), z.int('paragraph_unreadable').positive('paragraph_unreadable')],
  'paragraph_unreadable',
)

export type Reference = z.output<typeof Reference>

/** A recommendation in a new document: a part of a paragraph, in Unicode code points. */
export const Marked = z.strictObject({
  paragraph: Reference,
  /** In code points of the paragraph's text. */
  start: z.int('span_unreadable').min(0, 'span_unreadable'),
  end: z.int('span_unreadable').min(1, 'span_unreadable'),
  title: nameText('title_missing', 300).optional(),
  kind: z.enum(Kind, 'kind_missing').optional(),
})
