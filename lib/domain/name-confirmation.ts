import { Checkbox } from '@/lib/platform/checkbox'
import type { Actor } from './actor'

/** The field with which an administrator confirms a name that looks like another one. */
export const ConfirmSimilar = Checkbox

/** Who gives a name, and whether they confirm it. `actor` is null on the console, where a name can be confirmed too. */
export type GivenBy = { actor: Actor | null; confirmSimilar: boolean }

const mayConfirm = (actor: Actor | null) => actor === null || actor.role === 'administrator'

/** Returns whether a name that looks like another one is accepted. */
export const isConfirmed = ({ actor, confirmSimilar }: GivenBy) => confirmSimilar && mayConfirm(actor)

/** Returns the parameter of a refusal that tells whether its reader may confirm the name. */
export const whoConfirms = ({ actor }: GivenBy) => ({ confirm: mayConfirm(actor) ? 'yes' : 'no' })

/** Returns what an event records of a confirmed name: the ID of the one whose name it looks like. */
export const similarityTo = (other: { id: string } | undefined) => (other ? { similarTo: other.id } : {})
