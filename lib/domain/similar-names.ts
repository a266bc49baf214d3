import { Checkbox } from '@/lib/platform/checkbox'
import type { Actor } from './actor'

/** The field with which an administrator confirms that a name is meant although it looks like another one. */
export const ConfirmSimilar = Checkbox

/** Who gives a name, and whether they confirmed it. Nobody is the console, which may confirm too. */
export type GivenBy = { actor: Actor | null; confirmSimilar: boolean }

const mayConfirm = (actor: Actor | null) => actor === null || actor.role === 'administrator'

/** Whether a name that looks like another one is accepted. */
export const isConfirmed = ({ actor, confirmSimilar }: GivenBy) => confirmSimilar && mayConfirm(actor)

/** Tells a refusal whether its reader may confirm the name themselves. */
export const whoConfirms = ({ actor }: GivenBy) => ({ confirm: mayConfirm(actor) ? 'yes' : 'no' })

/** What an event records of a confirmed name: the id of whoever has the name that it looks like. */
export const similarityTo = (other: { id: string } | undefined) => (other ? { similarTo: other.id } : {})
