import { type Actor, readsAllAudiences } from './actor'

/** SQL: whether the reader may read what is for this audience, and is of this organization. */
export const mayReadOf = (audience: string, organization: string, all: string, own: string) =>
  `(${audience} <> 'organization' or ${all} or ${organization} = any(${own}))`

/** SQL: whether the reader may read `row`. `all` and `own` are the places of the two values that `audiencesOf` returns. */
export const mayReadRow = (row: string, all: string, own: string) =>
  mayReadOf(`${row}.audience`, `${row}.organization_id`, all, own)

/** Returns whether a reader may read all audiences, and the IDs of their organizations. */
export const audiencesOf = (actor: Actor) => [readsAllAudiences(actor), actor.organizationIds] as const
