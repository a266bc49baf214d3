import { z } from 'zod'
import type { Actor } from '@/lib/people/actor'
import { notFound, ok, type Result } from '@/lib/platform/result'
import { findOne, type One } from '@/lib/recommendations/one'

type Command = (actor: Actor, input: object) => Promise<Result<unknown>>

const Named = z.object({ key: z.string() })

/** A command on a recommendation that answers the whole of it, as reading it does. */
export const asItIsNow =
  (command: Command) =>
  async (actor: Actor, input: object): Promise<Result<One>> => {
    const result = await command(actor, input)
    if (!result.ok) return result
    const one = await findOne(actor, Named.parse(input).key)
    return one ? ok(one) : notFound('recommendation_not_found')
  }
