import type { Mentioned } from '@/lib/mentions/outcome'
import type { SignedIn } from '@/lib/people/session'
import type { Result } from '@/lib/platform/result'

/** Returns the command with `mentioned` in its answer: whom the text mentions. Without anyone, the answer stays as it is. */
export const withMentions =
  <T extends object>(
    command: (actor: SignedIn, input: object) => Promise<Result<T>>,
    mentionedIn: (actor: SignedIn, value: T) => Promise<Mentioned[]>,
  ) =>
  async (actor: SignedIn, input: object): Promise<Result<T & { mentioned?: Mentioned[] }>> => {
    const result = await command(actor, input)
    if (!result.ok) return result
    const mentioned = await mentionedIn(actor, result.value)
    return mentioned.length > 0 ? { ...result, value: { ...result.value, mentioned } } : result
  }
