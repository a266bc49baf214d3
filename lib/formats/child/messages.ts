import { z } from 'zod'
import { whys } from '@/lib/reading/removed'
import { fileFormats } from '../detect-format'
import { fileRefusals } from '../file-refusals'

const count = z.number().int().nonnegative()

const ReadParagraph = z.object({
  label: z.string(),
  text: z.string(),
  heading: z.string().exactOptional(),
  section: z.string().exactOptional(),
  parent: count.exactOptional(),
  page: count.exactOptional(),
  notes: z.array(z.object({ at: count, mark: z.string(), text: z.string().exactOptional() })).exactOptional(),
  unsure: z.array(z.object({ start: count, end: count })).exactOptional(),
  cells: z.array(z.object({ column: z.string(), text: z.string() })).exactOptional(),
})

const Removed = z.object({ text: z.string(), why: z.enum(whys), page: count.exactOptional() })

const Found = z.object({
  paragraphs: z.array(ReadParagraph),
  removed: z.array(Removed),
  share: z.number().min(0).max(1),
  memory: count,
})

export type Found = z.infer<typeof Found>

const Details = z.object({
  format: z.enum([...fileFormats, 'pasted']),
  title: z.string().exactOptional(),
  language: z.string().exactOptional(),
  date: z.string().exactOptional(),
  inText: z.object({
    title: z.string().exactOptional(),
    symbol: z.string().exactOptional(),
    body: z.string().exactOptional(),
    date: z.string().exactOptional(),
    language: z.string().exactOptional(),
  }),
})

const Refused = z.object({
  refused: z.enum(fileRefusals),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** What the process that reads a file says. It is parsed, because hostile content may have taken that process over. */
export const Message = z.union([Found, z.object({ read: Details }), Refused])

export type Message = z.infer<typeof Message>
