import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Result } from '@/lib/platform/result'
import { type DocumentNow, setArchived } from './set-archived'

/**
 * Restores an archived document, with everything in it, to lists and counts. Refusals: `document_not_found`,
 * `document_forbidden`, `document_organizations_archived`.
 */
export const restoreDocument = (actor: Actor, input: unknown): Promise<Result<DocumentNow>> =>
  setArchived(actor, input, false)
