import { updateRoute } from '@/app/api/v1/edge'
import { changeAction } from '@/lib/plans/change-action'

/** `{ title?, responsible?, startsOn?, dueOn?, state?, doneOn?, position?, version }` */
export const PATCH = updateRoute(changeAction, ({ action }: { action: string }) => ({ id: action }))
