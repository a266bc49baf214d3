import { changing } from '@/app/api/v1/edge'
import { archiveDocument } from '@/lib/documents/archive-document'

export const POST = changing(archiveDocument, ({ code }: { code: string }) => ({ code }))
