import { type Actor, actsByToken } from '@/lib/domain/actor'
import { Checkbox } from '@/lib/platform/checkbox'
import { writtenText } from '@/lib/platform/text'

/** Fields of every erasure: why, and the confirmation that it cannot be undone. */
export const erasureFields = {
  reason: writtenText('reason_missing', 2000),
  confirm: Checkbox.refine(Boolean, 'erasure_unconfirmed'),
}

/** Returns whether someone may erase by law. Never allowed with a token. */
export const mayErase = (actor: Actor) => actor.role === 'administrator' && !actsByToken(actor)
