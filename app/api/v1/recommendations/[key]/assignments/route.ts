import { making } from '@/app/api/v1/edge'
import { assign } from '@/lib/assignments/assign'
import { assignGroup } from '@/lib/assignments/assign-group'
import type { Actor } from '@/lib/people/actor'

const assignEither = (actor: Actor, input: object) =>
  'group' in input ? assignGroup(actor, input) : assign(actor, input)

/** `{ organization, owner?, dueOn?, role?, id? }` answers the assignment; `{ group, owner?, dueOn? }` answers `{ made, already }`. */
export const POST = making(assignEither, ({ key }: { key: string }) => ({ key }))
