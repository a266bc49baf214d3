import { updateRoute } from '@/app/api/v1/edge'
import { restoreDocument } from '@/lib/documents/restore-document'

export const POST = updateRoute(restoreDocument, ({ code }: { code: string }) => ({ code }))
