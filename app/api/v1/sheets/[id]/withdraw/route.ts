import { updateRoute } from '@/app/api/v1/edge'
import { withdrawSheet } from '@/lib/sheets/withdraw-sheet'

export const POST = updateRoute(withdrawSheet, ({ id }: { id: string }) => ({ id }))
