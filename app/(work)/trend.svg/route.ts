import { trendRoute } from '@/app/_actions/export-trend'
import { withoutContent } from '@/lib/platform/download'

export const GET = trendRoute('svg')

export const HEAD = withoutContent(GET)
