import { updateRoute } from '@/app/api/v1/edge'
import { importSheet } from '@/lib/sheets/import-sheet'

export const POST = updateRoute(importSheet, ({ id }: { id: string }) => ({ id }))
