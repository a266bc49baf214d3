import { createRoute } from '@/app/api/v1/edge'
import { assign, assignGroup } from '@/lib/assignments/assign'
import type { Actor } from '@/lib/domain/actor'

const assignEither = (actor: Actor, input: object) =>
  'group' in input ? assignGroup(actor, input) : assign(actor, input)

/**
 * `{ organization, owner?, dueOn?, confirmPast?, role?, id? }` returns the assignment; `{ group, owner?, dueOn?,
 * confirmPast? }` returns `{ made, already, counts }`, with the first 200 of each.
 */
export const POST = createRoute(assignEither, ({ key }: { key: string }) => ({ key }))
