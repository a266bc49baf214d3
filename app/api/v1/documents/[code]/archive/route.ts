import { updateRoute } from '@/app/api/v1/edge'
import { archiveDocument } from '@/lib/documents/archive-document'

export const POST = updateRoute(archiveDocument, ({ code }: { code: string }) => ({ code }))
