import { mayKeepDocuments } from '@/lib/documents/policy'
import type { Actor } from '@/lib/domain/actor'

/** Returns whether someone may import documents. They see all imports, and decide on each other's. */
export const mayImport = (actor: Actor) => mayKeepDocuments(actor)
