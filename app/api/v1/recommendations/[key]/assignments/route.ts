import { making } from '@/app/api/v1/edge'
import { assign } from '@/lib/assignments/assign'
import { assignGroup } from '@/lib/assignments/assign-group'
import type { Actor } from '@/lib/people/actor'

/** A group's members are assigned once anyway, without an id. */
const assignEither = (actor: Actor, { id, ...input }: { id?: unknown }) =>
  'group' in input ? assignGroup(actor, input) : assign(actor, { ...input, id })

/** `{ organization, owner?, dueOn?, role?, id? }` answers the assignment; `{ group, owner?, dueOn? }` answers `{ made, already }`. */
export const POST = making(assignEither, ({ key }: { key: string }) => ({ key }))
