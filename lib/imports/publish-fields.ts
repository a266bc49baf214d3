import { z } from 'zod'
import { Checkbox } from '@/lib/platform/checkbox'
import { ExistingId } from '@/lib/platform/id'
import { Confidence } from './accept-above'

/** What publishing takes. */
export const Publish = z.strictObject({
  id: ExistingId,
  code: z.string('code_missing').optional(),
  /** `decided`: what was accepted. `above`: also what nobody has decided on, from a confidence on. */
  accept: z.enum(['decided', 'above'], 'import_accept_unknown').default('decided'),
  confidence: Confidence.default(0.5),
  /** Whether to assign each recommendation to the organizations that it addresses. */
  assign: Checkbox,
})

export type Asked = z.output<typeof Publish>
