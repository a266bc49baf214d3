import { updateRoute } from '@/app/api/v1/edge'
import { withdrawImport } from '@/lib/imports/withdraw-import'

export const POST = updateRoute(withdrawImport, ({ id }: { id: string }) => ({ id }))
