import { mayKeepDocuments } from '@/lib/documents/policy'
import type { Actor } from '@/lib/domain/actor'

/** Returns whether someone may import spreadsheets. They see those of all others. */
export const mayImportSheets = (actor: Actor) => mayKeepDocuments(actor)
