import { type Actor, readsAllAudiences } from './actor'

/** SQL: whether the reader may read `row`. `all` and `own` are the places of the two values that `audiencesOf` returns. */
export const mayReadRow = (row: string, all: string, own: string) =>
  `(${row}.audience <> 'organization' or ${all} or ${row}.organization_id = any(${own}))`

/** Returns whether a reader may read all audiences, and the IDs of their organizations. */
export const audiencesOf = (actor: Actor) => [readsAllAudiences(actor), actor.organizationIds] as const
