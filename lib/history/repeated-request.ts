import 'server-only'
import type { Transaction } from '@/lib/platform/db'
import type { NewEvent } from './events'

type Making = Pick<NewEvent, 'kind' | 'subjectId' | 'recommendationId' | 'body'>

/** Whether a subject was made just so, whatever has become of it since: a double click, or a retry. */
export async function isRepeatedRequest(tx: Transaction, { kind, subjectId, recommendationId = null, body }: Making) {
  const events = await tx.event.findMany({
    where: { kind, subjectType: kind.split('.')[0] ?? '', subjectId, recommendationId },
    select: { body: true },
  })
  return events.some((made) => withoutConfirmation(made.body) === JSON.stringify(body))
}

/** Somebody may send again without the confirmation what they made with it. */
const withoutConfirmation = (body: string) =>
  JSON.stringify(JSON.parse(body), (name, value) => (name === 'similarTo' ? undefined : value))
