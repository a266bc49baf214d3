import { changing } from '@/app/api/v1/edge'
import { restoreDocument } from '@/lib/documents/restore-document'

export const POST = changing(restoreDocument, ({ code }: { code: string }) => ({ code }))
