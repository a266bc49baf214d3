import 'server-only'
import { db } from '@/lib/platform/db'

/** The most names of a list, which bounds the page. Others can be typed. */
const most = 500

/** Returns the names of the organizations and groups to which people can link an addressee, in order. */
export async function partiesToName(): Promise<string[]> {
  const some = { select: { name: true }, orderBy: { name: 'asc' as const }, take: most }
  const organizations = await db.organization.findMany({ where: { archivedAt: null, mergedIntoId: null }, ...some })
  const groups = await db.group.findMany(some)
  return [...groups, ...organizations].slice(0, most).map(({ name }) => name)
}
