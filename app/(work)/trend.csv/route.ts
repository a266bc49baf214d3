import { trendRoute } from '@/app/_actions/export-trend'
import { withoutContent } from '@/lib/platform/download'

export const GET = trendRoute('csv')

export const HEAD = withoutContent(GET)
