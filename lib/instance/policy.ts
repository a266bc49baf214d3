import { type Actor, actsByToken } from '@/lib/domain/actor'

/**
 * Returns whether someone may change the instance's name, logo and contact: an administrator, but never with a token.
 */
export const mayEditInstance = (actor: Actor) => actor.role === 'administrator' && !actsByToken(actor)
