import { requireUser } from '@/app/_actions/require-user'
import { cycleCsv } from '@/lib/cycles/csv'
import { findCycle } from '@/lib/cycles/cycle'
import { readSeparator, sheet } from '@/lib/platform/csv'
import { respond } from '@/lib/platform/http'
import { invalidField, notFound } from '@/lib/platform/result'
import { slugOf } from '@/lib/platform/text'

/** Returns what all assignments of a cycle answered, as CSV. */
export async function GET(request: Request, { params }: RouteContext<'/cycles/[id]/answers.csv'>) {
  const actor = await requireUser()
  const separator = readSeparator(new URL(request.url).searchParams.get('separator'))
  if (!separator) return respond(invalidField('separator', 'separator_unknown'))
  const cycle = await findCycle(actor, (await params).id)
  if (!cycle) return respond(notFound('cycle_not_found'))
  return sheet(`cycle-${slugOf(cycle.name) || cycle.opensOn}`, cycleCsv(actor, cycle, separator))
}
