import 'server-only'
import { z } from 'zod'
import { findCycle } from '@/lib/cycles/cycle'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { soonWithin } from '@/lib/domain/due-dates'
import { unknownPerson } from '@/lib/domain/owners'
import { archivedDocuments } from '@/lib/domain/visibility'
import { groupMeant, organizationMeant } from '@/lib/organizations/find'
import { withMerged } from '@/lib/organizations/workload'
import { knowing, knows } from '@/lib/people/policy'
import { daysAfter } from '@/lib/platform/clock'
import { readNamed } from '@/lib/platform/db'
import { type FieldError, invalid, ok, type Result } from '@/lib/platform/result'
import { shownDay } from '@/lib/platform/shown-day'
import { followedBy } from '@/lib/recommendations/follow-recommendation'
import { type Filters, none } from './filters'
import { fewFound } from './small-search-results'

type Named = { id: string; slug: string; name: string }

/** `ids` are its own ID and those of the organizations that were merged into it. */
type NamedOrganization = Named & { ids: string[] }

/** The filters with the rows that they name, and the days from which due dates count. */
export type Scope = {
  filters: Filters
  organization?: NamedOrganization
  group?: Named
  /** `id` is null for assignments without an owner. */
  owner?: { id: string | null; name?: string }
  document?: { id: string; code: string; title: string }
  cycle?: { id: string; name: string }
  /** The recommendations that the search finds, if they are few. */
  found?: string[]
  /** The recommendations that the reader follows, if the list is limited to them. */
  followed?: string[]
  keepsTheRecord: boolean
  today: string
  soon: string
}

type Found = Pick<Scope, 'organization' | 'group' | 'document'> & { owner?: { id: string; name: string } }

const inLists = (of: string) => (id: string) =>
  `exists (
  select from assignments a join recommendations r on r.id = a.recommendation_id
  where a.${of} = ${id} and r.document_id not in ${archivedDocuments})`
const worked = inLists('organization_id')
const owned = inLists('owner_id')

// Whom the actor may not know of is found where the lists name them anyway, and never by their email address.
/**
 * SQL: the rows that the filters name: the organization $1, the group $2, the owner $3 (also by the ID $7) and the
 * document $4; $5, $6 and $8: whom and what the reader may know. An archived organization is found if the lists
 * name it. A person whom the reader may not know is found by their ID if the lists name them, and never by email.
 */
const scopeSql = `
  select json_strip_nulls(json_build_object(
    'organization', (
      select json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'ids', ${withMerged('s.id')})
      from (${organizationMeant('$1', `($5 or ${worked('s.id')})`)}) s),
    'group', (
      select json_build_object('id', g.id, 'slug', g.slug, 'name', g.name) from (${groupMeant('$2')}) g),
    'owner', (
      select json_build_object('id', u.id, 'name', u.name) from users u
      where (u.email = $3::citext or u.id = $7::uuid) and (${knows('u', '$5', '$6::uuid', '$8::uuid[]')}
        or u.id = $7::uuid and ${owned('u.id')})),
    'document', (
      select json_build_object('id', id, 'code', code, 'title', title) from documents
      where code = upper($4) and (archived_at is null or $5)))) as found`

/**
 * Finds the rows that the filters name. A filter whose row does not exist, or that the actor may not see, is refused by
 * its field.
 */
export async function scopeOf(actor: Actor, filters: Filters): Promise<Result<Scope>> {
  const day = shownDay()
  const base = { filters, keepsTheRecord: keepsTheRecord(actor), today: day, soon: daysAfter(day, soonWithin) }
  const { organization, group, document } = filters
  const owner = filters.owner === 'me' || filters.owner === none ? undefined : filters.owner
  const named = [organization, group, owner, document]
  const ownerId = z.uuid().safeParse(owner).data ?? null
  const [all, self, own] = knowing(actor)
  const found = named.some(Boolean) ? await find([...named, all, self, ownerId, own]) : {}
  const cycle = filters.cycle ? await findCycle(actor, filters.cycle) : undefined

  const missing: (FieldError | false | undefined)[] = [
    organization !== undefined && !found.organization && unknown('organization', { name: organization }),
    group !== undefined && !found.group && unknown('group', { name: group }),
    owner !== undefined && !found.owner && unknown('owner', unknownPerson(owner)),
    document !== undefined && !found.document && unknown('document', { code: document }),
    filters.cycle !== undefined && !cycle && unknown('cycle', {}),
  ]
  const errors = missing.filter((error) => error !== false && error !== undefined)
  if (errors.length > 0) return invalid(...errors)

  const few = filters.q ? await fewFound(filters.q) : undefined
  const followed = filters.followed && (await followedBy(actor))
  const scope = {
    ...{ ...base, ...found },
    ...(cycle && { cycle: { id: cycle.id, name: cycle.name } }),
    ...{ ...(few && { found: few }), ...(followed && { followed }) },
  }
  if (filters.owner === 'me') return ok({ ...scope, owner: { id: actor.id } })
  if (filters.owner === none) return ok({ ...scope, owner: { id: null } })
  return ok(scope)
}

async function find(values: unknown[]): Promise<Found> {
  const rows = await readNamed<{ found: Found }>({ name: 'list-scope', text: scopeSql, values })
  return rows[0]?.found ?? {}
}

const unknown = (
  field: 'organization' | 'group' | 'owner' | 'document' | 'cycle',
  params: FieldError['params'],
): FieldError => ({
  field,
  code: `${field}_unknown`,
  params,
})
