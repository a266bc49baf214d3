import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { visibleTo } from '@/lib/organizations/policy'
import { db, read } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import { organizationMatcher } from '@/lib/suggestions/match-organizations'

/** An organization that a spreadsheet adds, in how many rows, and the one that its name may mean. */
export type NewOrganization = { name: string; rows: number; perhaps?: string }

/** The most names that are listed. */
const most = 200

/** Returns the organizations that the rows of a spreadsheet add, in the order of the rows, and how many there are. */
export async function newOrganizationsOf(
  actor: Actor,
  sheetId: string,
): Promise<{ count: number; listed: NewOrganization[] }> {
  const found = await read<{ name: string; rows: number; count: number }>(
    'sheet-new-organizations',
    sql`
    select name, count(*)::int as rows, (count(*) over ())::int as count
    from sheet_rows s, unnest(s.new_organizations) name
    where s.sheet_id = ${sheetId}::uuid and s.state = 'ready' group by name order by min(s.row), name limit ${most}`,
  )
  const [first] = found
  if (!first) return { count: 0, listed: [] }

  const known = await db.organization.findMany({
    where: { archivedAt: null, AND: visibleTo(actor) },
    select: { id: true, name: true },
  })
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const match = organizationMatcher(known)
  const listed = found.map(({ name, rows }) => {
    const { organization } = match(name)
    const perhaps = organization && names.get(organization)
    return { name, rows, ...(perhaps !== undefined && { perhaps }) }
  })
  return { count: first.count, listed }
}
