import { writtenText } from '@/lib/platform/text'

/** What a note says, in Markdown. */
export const Body = writtenText('annotation_missing', 10_000)
