import { type Actor, actsByToken } from '@/lib/domain/actor'

/** May change the instance's name, logo and contact: administrators, never by a token. */
export const mayEditInstance = (actor: Actor) => actor.role === 'administrator' && !actsByToken(actor)
