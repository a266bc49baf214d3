import 'server-only'
import { type Duties, findDuties, findOrganizationsNamed, findOwners } from './find-duties'
import type { PlacedRow, ReadRow, Scope } from './resolve-rows'
import type { CellError, RowContent } from './row-content'

/**
 * An assignment that a row makes. `organization` is a name for one that does not exist yet, or a member of the group that
 * the row names.
 */
export type NewDuty = { organization: { id: string; viaGroupId?: string } | { name: string }; ownerId: string | null }

/** A row with everything that it makes. */
export type ResolvedRow = PlacedRow & { duties: NewDuty[] }

/** Finds the organizations and owners of a batch of rows, and leaves out the assignments that exist. */
export async function resolveDuties({ tx, actor }: Scope, rows: readonly PlacedRow[]) {
  const names = new Set(rows.flatMap(({ content }) => content.organizations))
  const found: Found = {
    organizations: await findOrganizationsNamed(tx, actor, [...names]),
    ownerOf: await findOwners(
      tx,
      rows.map(({ content }) => content),
    ),
    duties: await findDuties(
      tx,
      rows.flatMap(({ target }) => (target.at === 'there' ? target.known.id : [])),
    ),
  }
  const resolved: ResolvedRow[] = []
  const wrong: ReadRow[] = []
  for (const row of rows) {
    const read = resolve(row, found)
    if ('duties' in read) resolved.push({ ...row, duties: read.duties })
    else wrong.push({ ...row, errors: [...row.errors, ...read.errors] })
  }
  return { resolved, wrong }
}

type Found = {
  organizations: Awaited<ReturnType<typeof findOrganizationsNamed>>
  ownerOf: Awaited<ReturnType<typeof findOwners>>
  /** What each recommendation has, with what the rows before have added. */
  duties: Map<string, Duties>
}

function resolve(
  row: PlacedRow,
  { organizations, ownerOf, duties }: Found,
): { duties: NewDuty[] } | { errors: CellError[] } {
  const { content, target } = row
  const { owner, role } = content
  const before = duties.get(row.same) ?? { organizations: new Set<string>(), lead: undefined }
  const { named, wrong: errors } = partiesOf(content, organizations, before)
  const fresh = named.filter((one) => !before.organizations.has(idOf(one)))
  const [first] = fresh
  // Of an assignment that is there already, nothing is changed and nothing can be wrong.
  const owning = owner !== undefined && first ? ownerOf(owner, fresh.map(knownId)) : null
  if (owning !== null && typeof owning === 'object') errors.push(owning.wrong)
  if (first && target.at === 'there' && target.known.closed) {
    errors.push({ field: 'organization', code: 'recommendation_closed', params: {} })
  }
  if (first && role === 'lead' && before.lead !== undefined) {
    errors.push({ field: 'role', code: 'sheet_lead_taken', params: {} })
  }
  if (errors.length > 0) return { errors }

  for (const one of fresh) before.organizations.add(idOf(one))
  if (first && role === 'lead') before.lead = idOf(first)
  duties.set(row.same, before)
  return {
    duties: fresh.map((organization) => ({ organization, ownerId: typeof owning === 'string' ? owning : null })),
  }
}

const knownId = (one: NewDuty['organization']) => ('id' in one ? one.id : undefined)

/**
 * Returns the organizations that a row names. A group means its members, each of which comes once. What has been done is
 * said by each organization, so a row cannot say it of a group.
 */
function partiesOf(content: RowContent, organizations: Found['organizations'], before: Duties) {
  const named = new Map<string, NewDuty['organization']>()
  const wrong: CellError[] = []
  const members: NewDuty['organization'][] = []
  for (const name of content.organizations) {
    const one = organizations.get(name)
    if (one === undefined) continue
    if (one === 'new') named.set(name.toLowerCase(), { name })
    else if ('wrong' in one) wrong.push(one.wrong)
    else if ('id' in one) {
      if (one.archived && !before.organizations.has(one.id)) wrong.push(one.archived)
      named.set(one.id, { id: one.id })
    } else {
      members.push(...one.group.memberIds.map((id) => ({ id, viaGroupId: one.group.id })))
      const params = { name: one.group.name }
      if (content.progress !== undefined) wrong.push({ field: 'progress', code: 'sheet_progress_of_group', params })
      if (content.role === 'lead') wrong.push({ field: 'role', code: 'lead_is_one', params: {} })
    }
  }
  for (const one of members) if (!named.has(idOf(one))) named.set(idOf(one), one)
  return { named: [...named.values()], wrong }
}

const idOf = (one: NewDuty['organization']) => ('id' in one ? one.id : one.name.toLowerCase())
