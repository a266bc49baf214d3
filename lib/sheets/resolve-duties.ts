import 'server-only'
import { findDuties, findOrganizationsNamed, findOwners } from './find-duties'
import type { PlacedRow, ReadRow, Scope } from './resolve-rows'
import type { CellError } from './row-content'

/** An assignment that a row makes. `organization` is a name for one that does not exist yet. */
export type NewDuty = { organization: { id: string } | { name: string }; ownerId: string | null }

/** A row with everything that it makes. */
export type ResolvedRow = PlacedRow & { duties: NewDuty[] }

/** Finds the organizations and owners of a batch of rows, and leaves out the assignments that exist. */
export async function resolveDuties({ tx, actor }: Scope, rows: readonly PlacedRow[]) {
  const organizations = await findOrganizationsNamed(tx, actor, [
    ...new Set(rows.flatMap(({ content }) => content.organizations)),
  ])
  const ownerOf = await findOwners(
    tx,
    rows.map(({ content }) => content),
  )
  const there = await findDuties(
    tx,
    rows.flatMap(({ target }) => (target.at === 'there' ? target.known.id : [])),
  )
  const seen = new Map<string, { organizations: Set<string>; lead: string | undefined }>(there)
  const resolved: ResolvedRow[] = []
  const wrong: ReadRow[] = []
  for (const row of rows) {
    const read = resolve(row)
    if ('duties' in read) resolved.push({ ...row, duties: read.duties })
    else wrong.push({ ...row, errors: [...row.errors, ...read.errors] })
  }
  return { resolved, wrong }

  function resolve(row: PlacedRow): { duties: NewDuty[] } | { errors: CellError[] } {
    const { content, target } = row
    const { owner, role } = content
    const errors: CellError[] = []
    const found = content.organizations.flatMap((name) => {
      const one = organizations.get(name)
      if (typeof one === 'object' && 'wrong' in one) errors.push(one.wrong)
      else if (one) return one === 'new' ? { name } : { id: one.id }
      return []
    })
    const ids = found.map((one) => ('id' in one ? one.id : undefined))
    const owning = owner === undefined ? null : ownerOf(owner, ids)
    if (owning !== null && typeof owning === 'object') errors.push(owning.wrong)
    const before = seen.get(row.same) ?? { organizations: new Set<string>(), lead: undefined }
    const fresh = found.filter((one) => !before.organizations.has(idOf(one)))
    if (fresh.length > 0 && target.at === 'there' && target.known.closed) {
      errors.push({ field: 'organization', code: 'recommendation_closed', params: {} })
    }
    const [first] = fresh
    if (first && role === 'lead' && before.lead !== undefined) {
      errors.push({ field: 'role', code: 'sheet_lead_taken', params: {} })
    }
    if (errors.length > 0) return { errors }
    for (const one of fresh) before.organizations.add(idOf(one))
    if (first && role === 'lead') before.lead = idOf(first)
    seen.set(row.same, before)
    const ownerId = typeof owning === 'string' ? owning : null
    return { duties: fresh.map((organization) => ({ organization, ownerId })) }
  }
}

const idOf = (one: NewDuty['organization']) => ('id' in one ? one.id : one.name.toLowerCase())
