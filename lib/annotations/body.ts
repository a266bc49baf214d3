import { markdownText } from '@/lib/platform/markdown'

/** What an annotation says, in Markdown. */
export const Body = markdownText('annotation_missing', 10_000)
