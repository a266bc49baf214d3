import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Result } from '@/lib/platform/result'
import { type DocumentNow, setArchived } from './set-archived'

/**
 * Archives a document, which removes it and its recommendations from lists and counts. No data is lost, and the
 * document can be restored. Refusals: `document_not_found`, `document_forbidden`.
 */
export const archiveDocument = (actor: Actor, input: unknown): Promise<Result<DocumentNow>> =>
  setArchived(actor, input, true)
