import { getRoute, noQuery } from '@/app/api/v1/edge'
import { openEvidence } from '@/lib/evidence/queries'
import { respondAttachment } from '@/lib/platform/attachment'
import { respond } from '@/lib/platform/http'

/** Returns the content of the file. */
export const GET = getRoute(noQuery, async (actor, _, { evidence }: { evidence: string }) => {
  const opened = await openEvidence(actor, evidence)
  return opened.ok ? respondAttachment(opened.value) : respond(opened)
})
