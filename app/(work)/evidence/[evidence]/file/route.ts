import { requireUser } from '@/app/_actions/require-user'
import { openEvidence } from '@/lib/evidence/queries'
import { respondAttachment } from '@/lib/platform/attachment'
import { respond } from '@/lib/platform/http'

/** Returns the content of a file of evidence, for a link on a page. */
export async function GET(_: Request, { params }: RouteContext<'/evidence/[evidence]/file'>) {
  const actor = await requireUser()
  const { evidence } = await params
  const opened = await openEvidence(actor, evidence)
  return opened.ok ? respondAttachment(opened.value) : respond(opened)
}
