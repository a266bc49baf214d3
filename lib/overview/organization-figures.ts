import 'server-only'
import { pool } from '@/lib/platform/db'
import type { AssignmentCount } from '@/lib/register/count-parts'
import { type Totals, totalsOf } from './status-totals'

export type PartyTotals = Totals & { slug: string; name: string }

/** The assignments that came by a group, and how many of its members have them. */
export type GroupTotals = PartyTotals & { organizations: number }

export type Parties = {
  /**
   * The organizations with most unfinished assignments, of those that have direct assignments and are not archived.
   * The totals include assignments by a group.
   */
  organizations: PartyTotals[]
  groups: GroupTotals[]
  /** The reader's organizations. */
  own: PartyTotals[]
}

/** The number of organizations and of groups that are shown. */
const most = 8

/** Returns the totals of organizations and groups. `own` are the IDs of the reader's organizations. */
export async function partiesOf(counts: AssignmentCount[], own: readonly string[]): Promise<Parties> {
  const direct = new Set(counts.filter(({ groupId }) => groupId === null).map(({ organizationId }) => organizationId))
  const archived = await archivedOrganizations()
  const organizations = totalsBy('organizationId', counts).filter(({ id }) => !archived.has(id))
  const shown = foremost(organizations.filter(({ id }) => direct.has(id)))
  const mine = organizations.filter(({ id }) => own.includes(id))
  const groups = foremost(totalsBy('groupId', counts))

  const names = await namesOf([...shown, ...mine, ...groups].map(({ id }) => id))
  return {
    organizations: inOrder(shown, names).slice(0, most).map(withName),
    groups: inOrder(groups, names)
      .slice(0, most)
      .map((group) => ({ ...withName(group), organizations: organizationsIn(group.counts) })),
    own: inOrder(mine, names).map(withName),
  }
}

async function archivedOrganizations() {
  const text = 'select id from organizations where archived_at is not null'
  const { rows } = await pool.query<{ id: string }>({ name: 'archived-organizations', text })
  return new Set(rows.map(({ id }) => id))
}

type Unnamed = { id: string; totals: Totals; counts: AssignmentCount[] }

function totalsBy(party: 'organizationId' | 'groupId', counts: AssignmentCount[]): Unnamed[] {
  const parties = new Map<string, AssignmentCount[]>()
  for (const count of counts) {
    const id = count[party]
    if (id === null) continue
    const before = parties.get(id)
    if (before) before.push(count)
    else parties.set(id, [count])
  }
  return [...parties].map(([id, counts]) => ({ id, totals: totalsOf(counts), counts }))
}

/**
 * Returns the organizations or groups with most unfinished assignments, and all that have as many as the last one:
 * their names decide which are shown.
 */
function foremost(parties: Unnamed[]): Unnamed[] {
  const sorted = parties.toSorted(byWork)
  const last = sorted[most - 1]
  return last ? sorted.filter((party) => byWork(party, last) <= 0) : sorted
}

const byWork = (a: Unnamed, b: Unnamed) => b.totals.pending - a.totals.pending || b.totals.total - a.totals.total

type Name = { id: string; slug: string; name: string }

/** Returns the names of organizations and groups, in alphabetical order. */
async function namesOf(ids: string[]): Promise<Name[]> {
  const { rows } = await pool.query<Name>({ name: 'party-names', text: partyNamesSql, values: [ids] })
  return rows
}

/** SQL: the organizations and groups with the IDs $1, in the order of their names. */
const partyNamesSql = `
  select id, slug, name from organizations where id = any($1::uuid[])
  union all
  select id, slug, name from groups where id = any($1::uuid[])
  order by name`

type Named = Unnamed & { name: Name }

function inOrder(parties: Unnamed[], names: Name[]): Named[] {
  const byId = new Map(parties.map((party) => [party.id, party]))
  const named = names.flatMap((name) => {
    const party = byId.get(name.id)
    return party ? [{ ...party, name }] : []
  })
  return named.sort(byWork)
}

const withName = ({ name: { slug, name }, totals }: Named): PartyTotals => ({ slug, name, ...totals })

const organizationsIn = (counts: AssignmentCount[]) => new Set(counts.map(({ organizationId }) => organizationId)).size
