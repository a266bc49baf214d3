import { iso } from '@/lib/platform/sql'
import type {
  AssignmentRole,
  AssignmentStatus,
  Closure,
  Kind,
  Position,
  Progress,
  RecommendationStatus,
  Verification,
} from '@/prisma/generated/enums'
import { citation } from './citation'
import { type Claim, claimOf } from './implementation-claim-sql'
import { unowned } from './owners'

/*
 * The shape of a recommendation and its parts in every response: the types and their SQL. A field without a value is
 * left out.
 */

export type Party = { slug: string; name: string }

export type Addressee = { words: string; organization?: Party; group?: Party }

export type Assignment = {
  id: string
  organization: Party
  group?: Party
  role: AssignmentRole
  /** `active` is false if the account is `closed` or the person left. `email` is set for readers who may see it. */
  owner?: { id: string; name: string; email?: string; active: boolean; closed?: boolean }
  /** YYYY-MM-DD */
  dueOn?: string
  originalDueOn?: string
  position: Position
  progress: Progress
  verification: Verification
  closure?: Closure
  status: AssignmentStatus
  /** The first time when it was reported as implemented, and its due date at that moment. */
  reportedImplemented?: Claim
  assignedAt: string
  /** When the latest report was submitted. */
  reportedAt?: string
  version: number
}

export type Recommendation = {
  key: string
  citation: string
  title: string
  quote: string
  kind: Kind
  status: RecommendationStatus
  closure?: Closure
  counts: { open: number; begun: number; implemented: number; verified: number; closed: number }
  /** The earliest due date of the assignments that are not done. YYYY-MM-DD. */
  nextDueOn?: string
  document: { code: string; title: string; symbol?: string; date?: string }
  paragraph: { label: string; ordinal: number; heading?: string; parent?: string }
  addressees: Addressee[]
  /** Whether someone recorded that the text addresses nobody. */
  namesNobody?: true
  themes: string[]
  version: number
  updatedAt: string
}

/** SQL: the slug and name of the organization or group `row`, or null. */
export const party = (row: string) =>
  `case when ${row}.id is not null then json_build_object('slug', ${row}.slug, 'name', ${row}.name) end`

/** SQL: true if the account of the user `u` is closed, or else null. */
export const accountClosed = 'case when u.disabled_at is not null then true end'

/**
 * SQL: the assignment `a`, with `assignmentJoins`. Includes the owner's email if the condition `known` holds. Fields
 * without a value are null: the statement that embeds it strips them, once for all rows.
 */
export const assignmentJsonFor = (known: string) => `json_build_object(
  'id', a.id,
  'organization', json_build_object('slug', o.slug, 'name', o.name),
  'group', ${party('g')},
  'role', a.role,
  'owner', case when u.id is not null then json_build_object('id', u.id, 'name', u.name,
    'email', case when ${known} then u.email end, 'active', not ${unowned},
    'closed', ${accountClosed}) end,
  'dueOn', a.due_on,
  'originalDueOn', a.original_due_on,
  'position', a.position,
  'progress', a.progress,
  'verification', a.verification,
  'closure', a.closure,
  'status', a.status,
  'reportedImplemented', ${claimOf},
  'assignedAt', ${iso('a.created_at')},
  'reportedAt', ${iso('a.reported_at')},
  'version', a.version)`

/**
 * SQL: the assignment `a`, with `assignmentJoins`, for readers who may know every owner who can act: those who keep the
 * record and members of the organization.
 */
export const assignmentJson = `json_strip_nulls(${assignmentJsonFor(`not ${unowned}`)})`

/** SQL: the assignment `a`, with `assignmentJoins`, for a page, which shows no email. */
export const assignmentJsonOfPage = `json_strip_nulls(${assignmentJsonFor('false')})`

export const assignmentJoins = `
  join organizations o on o.id = a.organization_id
  left join groups g on g.id = a.via_group_id
  left join users u on u.id = a.owner_id`

/**
 * SQL: the addressee `ad`, with `addresseeJoins`. An archived organization is left out, so that only the words of the
 * text remain.
 */
export const addresseeJson = `json_build_object(
  'words', ad.words, 'organization', ${party('o')}, 'group', ${party('g')})`

export const addresseeJoins = `
  left join organizations o on o.id = ad.organization_id and o.archived_at is null
  left join groups g on g.id = ad.group_id`

/** SQL: the addressees of the recommendation `r`. */
const addresseesJson = `coalesce((
  select json_agg(${addresseeJson} order by ad.position)
  from addressees ad ${addresseeJoins} where ad.recommendation_id = r.id), '[]')`

/** SQL: the fields that identify the document `d`. */
export const documentJson = `json_build_object('code', d.code, 'title', d.title, 'symbol', d.symbol, 'date', d.dated)`

/** SQL: the fields that identify the paragraph `p`, whose parent is `pp`. */
export const paragraphJson = `json_build_object(
  'label', p.label, 'ordinal', p.ordinal, 'heading', p.heading, 'parent', pp.label)`

/** SQL: the fields of the recommendation `r`, with `recommendationJoins` and `citing`, for a `json_build_object`. */
export const fieldsWith = (addressees: string) => `
  'key', r.key,
  'citation', ${citation},
  'title', r.title,
  'quote', r.quote,
  'kind', r.kind,
  'status', r.status,
  'closure', r.closure,
  'counts', json_build_object('open', r.open_count, 'begun', r.begun_count, 'implemented', r.implemented_count,
    'verified', r.verified_count, 'closed', r.closed_count),
  'nextDueOn', r.next_due_on,
  'document', ${documentJson},
  'paragraph', ${paragraphJson},
  'addressees', ${addressees},
  'namesNobody', case when r.names_nobody then true end,
  'themes', r.themes,
  'version', r.version,
  'updatedAt', ${iso('ra.changed_at')}`

export const recommendationFields = fieldsWith(addresseesJson)

export const recommendationJoins = `
  join recommendation_activity ra on ra.recommendation_id = r.id
  join documents d on d.id = r.document_id
  join paragraphs p on p.id = r.paragraph_id
  left join paragraphs pp on pp.id = p.parent_id`
