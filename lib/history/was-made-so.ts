import 'server-only'
import type { Transaction } from '@/lib/platform/db'
import type { NewEvent } from './events'

type Making = Pick<NewEvent, 'kind' | 'subjectId' | 'recommendationId' | 'body'>

/** Whether a subject was made just so, whatever has become of it since: a double click, or a retry. */
export async function wasMadeSo(tx: Transaction, { kind, subjectId, recommendationId, body }: Making) {
  const same = { subjectType: kind.split('.')[0] ?? '', subjectId, recommendationId, body: JSON.stringify(body) }
  return (await tx.event.count({ where: { kind, ...same } })) > 0
}
