import 'server-only'
import type { Change } from './change'
import { keepReason } from './reasons'

/**
 * Records that texts, evidence or people are erased by law, and why, before they are: the database refuses to erase what
 * is not recorded. Returns what the event records of the reason.
 */
export async function keepErasure(
  change: Pick<Change, 'tx' | 'now'>,
  actor: { id: string },
  ids: readonly string[],
  text: string,
) {
  const reason = await keepReason(change, actor, text)
  const erasure = { reasonId: reason.id, byId: actor.id, at: change.now }
  await change.tx.erasure.createMany({ data: ids.map((erasedId) => ({ erasedId, ...erasure })) })
  return reason
}
