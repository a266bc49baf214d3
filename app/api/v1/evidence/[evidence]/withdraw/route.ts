import { updateRoute } from '@/app/api/v1/edge'
import { withdrawEvidence } from '@/lib/evidence/withdraw-evidence'

/** `{ reason }` returns `{ id, assignmentId }`. */
export const POST = updateRoute(withdrawEvidence, ({ evidence }: { evidence: string }) => ({ id: evidence }))
