import { type Actor, keepsTheRecord } from '@/lib/domain/actor'

/** Returns whether an actor may add, edit, extend, cancel and close reporting cycles. */
export const mayRunCycles = (actor: Actor) => keepsTheRecord(actor)
