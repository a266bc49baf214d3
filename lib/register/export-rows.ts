import 'server-only'
import { recommendationJoins } from '@/lib/domain/answer-shapes'
import { citation, citationWords, citing } from '@/lib/domain/citation'
import { type Claim, lateClaim } from '@/lib/domain/implementation-claim-sql'
import { readNamed } from '@/lib/platform/db'
import { iso } from '@/lib/platform/sql'
import type { AssignmentStatus, Kind, RecommendationStatus } from '@/prisma/generated/enums'

/** A recommendation with what a row of an exported list says of it. */
export type ExportRow = {
  key: string
  code: string
  documentTitle: string
  label: string
  ordinal: number
  parent: string | null
  citation: string
  title: string
  quote: string
  kind: Kind
  status: RecommendationStatus
  open: number
  begun: number
  implemented: number
  verified: number
  closed: number
  /** YYYY-MM-DD */
  nextDueOn: string | null
  /** By the names of the organizations. */
  assignments: [organization: string, status: AssignmentStatus][] | null
  /** The claims of implemented assignments. */
  claims: (Claim | null)[] | null
  addressees: string | null
  themes: string
  updatedAt: string
}

/**
 * SQL: the recommendations $1 in their order; $2: the words of a citation. Columns and not one JSON value, which takes
 * the database twice the time.
 */
const exportRowsSql = `
  with page as materialized (select id, place from unnest($1::uuid[]) with ordinality as given(id, place)),
  owed as (
    select a.recommendation_id, json_agg(json_build_array(o.name, a.status) order by o.name, a.id) as assignments,
      json_agg(${lateClaim}) filter (where a.progress = 'implemented') as claims
    from page join assignments a on a.recommendation_id = page.id join organizations o on o.id = a.organization_id
    group by a.recommendation_id),
  spoken as (
    select ad.recommendation_id, string_agg(ad.words, '; ' order by ad.position) as addressees
    from page join addressees ad on ad.recommendation_id = page.id
    group by ad.recommendation_id)
  select r.key, d.code, d.title as "documentTitle", p.label, p.ordinal, pp.label as parent, ${citation} as citation,
    r.title, r.quote, r.kind, r.status, r.open_count as open, r.begun_count as begun,
    r.implemented_count as implemented, r.verified_count as verified, r.closed_count as closed,
    r.next_due_on::text as "nextDueOn", owed.assignments, owed.claims, spoken.addressees,
    array_to_string(r.themes, '; ') as themes, ${iso('ra.changed_at')} as "updatedAt"
  from page
  join recommendations r on r.id = page.id ${recommendationJoins} ${citing('$2')}
  left join owed on owed.recommendation_id = r.id
  left join spoken on spoken.recommendation_id = r.id
  order by page.place`

/** Returns recommendations in the order of their IDs. */
export const exportRowsOf = (ids: string[]) =>
  readNamed<ExportRow>({ name: 'export-rows', text: exportRowsSql, values: [ids, citationWords()] })
