import { z } from 'zod'
import { nameText, writtenDay } from '@/lib/platform/text'

const Words = nameText('field_unreadable', 300).optional()

/** The code of a document that should exist, in any case. A value that cannot be a code is the code of no document. */
export const KnownCode = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z0-9-]+$/)
  .catch('')

/** The details of a document besides its text. */
export const DocumentDetails = z.strictObject({
  // In the order of the form, in which its errors are listed.
  title: nameText('document_title_missing', 500),
  code: z
    .string('code_missing')
    .trim()
    .toUpperCase()
    .min(1, { error: 'code_missing', abort: true })
    .max(60, 'text_too_long')
    .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'code_unreadable'),
  symbol: Words,
  body: Words,
  /** YYYY-MM-DD */
  date: writtenDay('day_unreadable', { earliest: '1800-01-01', beyond: 'document_day_beyond' }).optional(),
  place: Words,
  language: z
    .string('language_unreadable')
    .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'language_unreadable')
    .default('en'),
})
