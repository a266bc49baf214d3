import { exportRoute } from '@/app/_actions/export-list'
import { withoutContent } from '@/lib/platform/download'

export const GET = exportRoute('csv')

export const HEAD = withoutContent(GET)
