import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { accountClosed } from '@/lib/domain/answer-shapes'
import { type Claim, lateClaim } from '@/lib/domain/implementation-claim-sql'
import { unowned } from '@/lib/domain/owners'
import { pendingStatuses } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cursors, dueDay } from '@/lib/platform/cursor'
import { readNamed } from '@/lib/platform/db'
import type { AssignmentRole, AssignmentStatus, Progress } from '@/prisma/generated/enums'

/** The assignments of an organization as its page lists them, one row for each recommendation. */
export type OrganizationAssignments = {
  id: string
  key: string
  title: string
  quote: string
  document: { code: string; title: string; language: string }
  status: AssignmentStatus
  progress: Progress
  /** When it was first reported as implemented, if that may have been after its due date. */
  reportedImplemented?: Claim
  role: AssignmentRole
  owner?: { name: string; active: boolean; closed?: boolean }
  /** YYYY-MM-DD */
  dueOn?: string
  /** The first due date. YYYY-MM-DD. */
  originalDueOn?: string
  /** Whether the recommendation itself is closed. */
  ended: boolean
  /** The latest report. */
  report?: { asOf: string; narrative: string; unchangedSince?: string }
}

/** Needs work, reported as implemented, verified, closed. */
export const stages = ['open', 'reported', 'verified', 'closed'] as const
export type Stage = (typeof stages)[number]

const statusesOf: Record<Stage, AssignmentStatus[]> = {
  open: pendingStatuses,
  reported: ['implemented'],
  verified: ['verified'],
  closed: ['closed'],
}

/**
 * SQL: $6 assignments of the organization with the slug $1 in the statuses $2, after the due date $3, the
 * recommendation $4 and the organization $5. An index alone gives their order. Other columns are read only for the rows
 * of the page.
 */
const organizationAssignmentsSql = `
  with held as materialized (
    select a.organization_id, a.recommendation_id, coalesce(a.due_on, 'infinity') as due
    from assignments a
    where a.organization_id in (
        select id from organizations where slug = $1
        union all
        select m.id from organizations o join organizations m on m.merged_into_id = o.id where o.slug = $1)
      and a.status = any($2::assignment_status[])
      and a.recommendation_id not in (select id from recommendations where document_id in ${archivedDocuments})),
  page as materialized (
    select * from held
    where $3::date is null or (due, recommendation_id, organization_id) > ($3, $4::uuid, $5::uuid)
    order by due, recommendation_id, organization_id
    limit $6)
  select json_strip_nulls(json_build_object(
    'id', a.id, 'key', r.key, 'title', r.title, 'quote', r.quote,
    'document', json_build_object('code', d.code, 'title', d.title, 'language', d.language),
    'status', a.status, 'progress', a.progress, 'reportedImplemented', ${lateClaim}, 'role', a.role,
    'owner', case when u.id is not null then json_build_object('name', u.name, 'active', not ${unowned}, 'closed', ${accountClosed}) end,
    'dueOn', a.due_on, 'originalDueOn', a.original_due_on, 'ended', r.closure is not null,
    'report', (
      select json_build_object('asOf', pr.as_of, 'narrative', pr.narrative, 'unchangedSince', pr.unchanged_since) from progress_reports pr
      where pr.assignment_id = a.id and pr.state = 'submitted' order by pr.number desc limit 1))) as item,
    json_build_array(page.due, r.id, page.organization_id) as place
  from page
  join assignments a on a.recommendation_id = page.recommendation_id and a.organization_id = page.organization_id
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  left join users u on u.id = a.owner_id
  order by page.due, r.id, page.organization_id`

const places = cursors('organization-assignments', z.tuple([dueDay, z.uuid(), z.uuid()]))

type Row = { item: OrganizationAssignments; place: [due: string, recommendation: string, organization: string] }

type Wanted = { slug: string; stage: Stage; after?: string | undefined; limit?: number | undefined }

/** Returns a page of the assignments of an organization at one stage, by due date. Those without a date come last. */
export async function organizationAssignments(_actor: Actor, { slug, stage, after, limit = 50 }: Wanted) {
  const [due = null, recommendation = null, organization = null] = places.read(after) ?? []
  const values = [slug, statusesOf[stage], due, recommendation, organization, limit + 1]
  const read = await readNamed<Row>({ name: 'organization-assignments', text: organizationAssignmentsSql, values })
  const { rows, next } = places.page(read, limit)
  return { items: rows.map(({ item }) => item), next }
}

/**
 * Returns the assignments of an organization at each stage: the wanted page of one stage, and the first page of the
 * others.
 */
export const organizationAssignmentsByStage = (actor: Actor, { slug, stage, after }: Wanted) =>
  Promise.all(
    stages.map(async (one) => ({
      stage: one,
      ...(await organizationAssignments(actor, { slug, stage: one, after: one === stage ? after : undefined })),
    })),
  )
