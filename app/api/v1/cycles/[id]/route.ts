import { getRoute, noQuery, updateRoute } from '@/app/api/v1/edge'
import { findCycle } from '@/lib/cycles/cycle'
import { editCycle } from '@/lib/cycles/edit-cycle'
import { countsOf } from '@/lib/cycles/results'
import { respond } from '@/lib/platform/http'
import { notFound, ok } from '@/lib/platform/result'

type Path = { id: string }

export const GET = getRoute(noQuery, async (actor, _, { id }: Path) => {
  const cycle = await findCycle(actor, id)
  if (!cycle) return respond(notFound('cycle_not_found'))
  const counts = (await countsOf(actor, [cycle]))(cycle)
  return respond(ok({ ...cycle, counts }))
})

/** `{ name?, asks?, opensOn?, closesOn?, document?, organizations?, groups?, version }`. Once open: `{ closesOn, version }`. */
export const PATCH = updateRoute(editCycle, ({ id }: Path) => ({ id }))
