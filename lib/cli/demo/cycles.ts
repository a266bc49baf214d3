import 'server-only'
import { addCycle } from '@/lib/cycles/add-cycle'
import { closeCycle } from '@/lib/cycles/close-cycle'
import type { Actor } from '@/lib/domain/actor'
import { daysAfter, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { CycleStep, Step } from './step'

/** A reporting cycle that was closed, with some answers that were late, and one that is open. */
export const cycleSteps: Step[] = [
  { ago: 120, at: '09:00', by: 'amina', do: 'add-cycle', name: 'Mid-year reports', closesIn: -90 },
  { ago: 80, at: '17:30', by: 'amina', do: 'close-cycle', name: 'Mid-year reports' },
  { ago: 30, at: '09:00', by: 'amina', do: 'add-cycle', name: 'Annual reports', closesIn: 14 },
]

/** Adds a cycle on the document that opens on the day of the step, or closes it. */
export async function runCycle(step: CycleStep, actor: Actor, start: string, document: string) {
  const { name } = step
  if (step.do === 'add-cycle') {
    const days = { opensOn: today(), closesOn: daysAfter(start, step.closesIn) }
    return addCycle(actor, { name, asks: step.asks, document, ...days })
  }
  const { id } = await db.cycle.findFirstOrThrow({ where: { name } })
  return closeCycle(actor, { id })
}
