import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { mayImportSheets } from './policy'

/** Returns the person who sent a spreadsheet, or who has it imported, if they may still do that. */
export async function actorOf(sheetId: string, which: 'author' | 'importedBy'): Promise<Actor | undefined> {
  const sheet = await db.sheet.findUnique({ where: { id: sheetId }, select: { authorId: true, importedById: true } })
  const id = which === 'author' ? sheet?.authorId : sheet?.importedById
  if (!id) return undefined
  const user = await db.user.findFirst({
    where: { id, disabledAt: null },
    select: { id: true, role: true, memberships: { select: { organizationId: true } } },
  })
  if (!user) return undefined
  const actor = { id, role: user.role, organizationIds: user.memberships.map(({ organizationId }) => organizationId) }
  return mayImportSheets(actor) ? actor : undefined
}
