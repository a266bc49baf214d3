import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Result } from '@/lib/platform/result'
import { type DocumentNow, setArchived } from './set-archived'

/**
 * Takes a document, and with it its recommendations, out of lists and counts. Nothing is lost: it can be restored.
 * Refusals: `document_not_found`, `document_forbidden`.
 */
export const archiveDocument = (actor: Actor, input: unknown): Promise<Result<DocumentNow>> =>
  setArchived(actor, input, true)
