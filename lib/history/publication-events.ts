import { z } from 'zod'
import { event, Nothing } from './event-shapes'

/** Every kind of event of a generated report. */
export const publicationEvents = [
  /** The last event that the report shows, and the hash of its content. */
  event(
    'publication.generated',
    Nothing,
    z.object({
      code: z.string(),
      title: z.string(),
      asOf: z.iso.date(),
      seq: z.int(),
      hash: z.string(),
      sha256: z.string(),
      content: z.enum(['internal', 'public']),
    }),
  ),
] as const
