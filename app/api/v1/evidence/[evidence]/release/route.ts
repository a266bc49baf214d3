import { updateRoute } from '@/app/api/v1/edge'
import { releaseEvidence } from '@/lib/evidence/release-evidence'

/** An empty object returns `{ id, assignmentId }`. */
export const POST = updateRoute(releaseEvidence, ({ evidence }: { evidence: string }) => ({ id: evidence }))
