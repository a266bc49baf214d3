import { changing } from '@/app/api/v1/edge'
import { closeAssignment } from '@/lib/assignments/close-assignment'

/** `{ closure, reason }` */
export const POST = changing(closeAssignment, ({ assignment }: { assignment: string }) => ({ id: assignment }))
