import { currentActor } from '@/lib/people/session'
import { sheet } from '@/lib/platform/csv'
import { respond, signInFirst } from '@/lib/platform/http'
import { readAsked } from '@/lib/recommendations/browse'
import { assignmentsCsv, recommendationsCsv } from '@/lib/recommendations/csv'

/** The list with its filters as a sheet, all its pages in one; of a matrix, which has no end of columns, its cells. */
export async function GET(request: Request) {
  const actor = await currentActor()
  if (!actor) return signInFirst()

  const { shown } = await readAsked(actor, new URL(request.url).searchParams)
  const listed = shown.view === 'list'
  const lines = await (listed ? recommendationsCsv : assignmentsCsv)(actor, { ...shown, after: undefined })
  return lines.ok ? sheet(listed ? 'recommendations' : 'assignments', lines.value) : respond(lines)
}
