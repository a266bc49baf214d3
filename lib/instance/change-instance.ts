import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import type { Result } from '@/lib/platform/result'
import type { Instance } from './instance'
import { findInstance } from './queries'

/** Runs a change of the instance. The pages of this process show the change at once. */
export async function changeInstance(
  actor: Actor,
  work: (change: Change) => Promise<Result<Instance>>,
): Promise<Result<Instance>> {
  const result = await change(actor, work)
  if (result.ok) await findInstance()
  return result
}
