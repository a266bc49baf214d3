import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { dayIn } from './candidate-shape'
import { mayImport } from './policy'

type Quoted = { quote: string; document: { code: string } }

/**
 * Returns the due date that a recommendation had when its document was imported, for those who import documents.
 * Undefined if it had none, or if the same words had several.
 */
export async function importedDueDate(actor: Actor, { quote, document }: Quoted): Promise<string | undefined> {
  if (!mayImport(actor)) return undefined
  const edition = { withdrawnAt: null, document: { code: document.code } }
  const [found, another] = await db.importCandidate.findMany({
    where: { quote, dueOn: { not: null }, decision: { not: 'rejected' }, within: { import: { edition } } },
    select: { dueOn: true },
    distinct: ['dueOn'],
    take: 2,
  })
  return found?.dueOn && !another ? dayIn(found.dueOn) : undefined
}
