import { type Actor, readsAllAudiences } from './actor'

/** SQL: whether the reader hears what `row` tells; `all` and `own` are the places of the two values of `hearing`. */
export const audibleTo = (row: string, all: string, own: string) =>
  `(${row}.audience <> 'organization' or ${all} or ${row}.organization_id = any(${own}))`

/** Of a reader: are all audiences theirs, and of which organizations are they. */
export const hearing = (actor: Actor) => [readsAllAudiences(actor), actor.organizationIds] as const
