import { z } from 'zod'
import { fileFormats } from '../detect-format'
import { fileRefusals } from '../refused-file'

const count = z.number().int().nonnegative()

const FoundBlock = z.object({
  text: z.string(),
  page: count.exactOptional(),
  gap: z.number().exactOptional(),
  size: z.number().exactOptional(),
  bold: z.boolean().exactOptional(),
  indent: z.number().exactOptional(),
  column: count.exactOptional(),
  label: z.string().exactOptional(),
  whole: z.boolean().exactOptional(),
  heading: count.exactOptional(),
  cells: z.array(z.string()).exactOptional(),
  raised: z.array(z.object({ start: count, end: count })).exactOptional(),
  note: z.string().exactOptional(),
})

const Found = z.object({ blocks: z.array(FoundBlock), share: z.number().min(0).max(1), memory: count })

const Details = z.object({
  format: z.enum(fileFormats),
  title: z.string().exactOptional(),
  language: z.string().exactOptional(),
  date: z.string().exactOptional(),
})

const Refused = z.object({
  refused: z.enum(fileRefusals),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** What the process that reads a file says. It is parsed, because hostile content may have taken that process over. */
export const Message = z.union([Found, z.object({ read: Details }), Refused])

export type Message = z.infer<typeof Message>
