import { updateRoute } from '@/app/api/v1/edge'
import { publishImport } from '@/lib/imports/publish-import'

/** `{ code, accept?, confidence?, assign? }` */
export const POST = updateRoute(publishImport, ({ id }: { id: string }) => ({ id }))
