import { db } from '@/lib/platform/db'
import { givenReason, people } from './given'

/** Records that something was erased by law at this moment, as a command does before it erases. */
export async function givenErasure(erasedId: string, at: Date) {
  const { id: reasonId } = await givenReason()
  await db.erasure.create({ data: { erasedId, reasonId, byId: people.faisal.id, at } })
}
