import { z } from 'zod'
import { letterFields } from '@/lib/history/letters'
import { ExistingId, NewRowId } from '@/lib/platform/id'
import { type FieldError, invalid } from '@/lib/platform/result'
import { nameText, writtenDay } from '@/lib/platform/text'

/** The fields that files and links share. Without a title, a file has its own name and a link its address. */
export const evidenceFields = {
  id: NewRowId,
  assignmentId: ExistingId,
  title: nameText('evidence_title_missing', 200).optional(),
  from: writtenDay('day_unreadable').optional(),
  to: writtenDay('day_unreadable').optional(),
  ...letterFields,
  audience: z.enum(['organization', 'internal'], 'audience_unreadable').default('organization'),
}

/** Returns the refusal of a period that ends before it begins. */
export function refusesPeriod({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  const backwards: FieldError = { field: 'to', code: 'evidence_period_backwards', params: {} }
  return from !== undefined && to !== undefined && to < from ? invalid(backwards) : undefined
}
