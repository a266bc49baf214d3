import { markdownText } from '@/lib/platform/markdown'

/** The text of an annotation, in Markdown. */
export const Body = markdownText('annotation_missing', 10_000)
