import 'server-only'
import type { AssignmentInPlace } from '@/lib/assignments/possible-changes'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { type Recommendation, recommendationFields, recommendationJoins } from '@/lib/domain/answer-shapes'
import { audiencesOf, mayReadRow } from '@/lib/domain/audience'
import { citationWords, citing } from '@/lib/domain/citation'
import { pending } from '@/lib/domain/statuses'
import { documentVisible } from '@/lib/domain/visibility'
import { changesOf } from '@/lib/history/queries'
import { readNamed } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { shownDay } from '@/lib/platform/shown-day'
import { type Related, relatedSql } from '@/lib/relations/related'
import type { AssignmentStatus, RecommendationStatus } from '@/prisma/generated/enums'
import { type Note, newerThan, notesAtATime, notesJson } from './annotations'
import { type GroupRow, groupsJson, membersAtATime, type Row, rowsJson } from './assignment-rows'
import { type Closing, closingJson } from './closing'
import { type Editions, editionFields } from './current-place'
import { fitAnnotations } from './fit-annotations'

type Sibling = { key: string; title: string; status: RecommendationStatus; start: number; end: number }

/** A recommendation with everything that its page shows. */
export type RecommendationView = Recommendation &
  Editions & {
    id: string
    start: number
    end: number
    /** The text of the paragraph. */
    text: string
    /** The text of the parent paragraph. */
    above?: string
    language: string
    archived: boolean
    closing?: Closing
    /** All recommendations of the paragraph, including this one. */
    siblings: Sibling[]
    /** Its place in the document, such as 5 of 10. Counted from 1. */
    place: number
    places: number
    previous?: string
    next?: string
    byStatus: Partial<Record<AssignmentStatus, number>>
    overdue?: { name: string; dueOn: string; count: number }
    upcoming?: { name: string; dueOn: string; count: number }
    rows: Row[]
    groups: GroupRow[]
    notes: Note[]
    /** The page of annotations, counted from 0. */
    notesPage: number
    /** The newest annotations without withdrawn ones, if another page is shown. */
    newestNotes: Note[]
    /** The number of all annotations that the reader may read. */
    noteCount: number
    /** The number of annotations that the reader may read and that are older than those shown. */
    olderNotes: number
    /** The number of changes that the reader may read. */
    changes: number
    /** Whether the reader follows it, and has unread notifications about it or its annotations. */
    followed: boolean
    unread: boolean
    /** What is linked or similar to it. */
    related: Related[]
  }

/** The parts of the page that the reader has opened. */
type Opened = {
  /** The ID of the assignment whose form is open. */
  assignment?: string | undefined
  /** The slug of the group whose members are shown. */
  group?: string | undefined
  /** The pages of the group's members and of the annotations, counted from 0. */
  members?: number | undefined
  notes?: number | undefined
  /** The ID of the annotation whose page is shown. Takes precedence over `notes`. */
  note?: string | undefined
}

/** SQL: the nearest recommendation of the document before or after this one. */
const neighbour = (side: '<' | '>') => `(
  select b.key from recommendations b
  where b.document_id = r.document_id and (b.ordinal, b.start, b.id) ${side} (r.ordinal, r.start, r.id)
  order by b.ordinal ${side === '<' ? 'desc' : ''}, b.start ${side === '<' ? 'desc' : ''}, b.id ${side === '<' ? 'desc' : ''}
  limit 1)`

/** SQL: whom the earliest due date of unfinished assignments concerns, past or to come. */
const due = (days: string) => `(
  select json_build_object('name', x.name, 'dueOn', x.due_on, 'count', x.count) from (
    select o.name, a.due_on, count(*) over () as count
    from assignments a join organizations o on o.id = a.organization_id
    where a.recommendation_id = r.id and r.closure is null and ${pending} and ${days}
    order by a.due_on, o.name limit 1) x)`

const readable = mayReadRow('n', '$3', '$4')
const readableParent = mayReadRow('pn', '$3', '$4')

/** The number of newest annotations beside a form. */
const mostNewest = 3

/**
 * SQL: the recommendation with the key $1; $2: whether the reader keeps the record; $3 and $4: the audiences that they
 * may read; $5: the current day. Opened are the assignment $6, the group $7 after $9 of its members, and the page $8 of
 * annotations or that of the annotation $10. $11: the words of a citation. $12: the reader. One statement takes less time
 * than several, even if those run side by side.
 */
const recommendationViewSql = `
  select json_strip_nulls(json_build_object(${recommendationFields}, ${editionFields},
    'id', r.id,
    'start', r.start,
    'end', r."end",
    'text', p.text,
    'above', pp.text,
    'language', d.language,
    'archived', d.archived_at is not null,
    'closing', ${closingJson('r')},
    'siblings', (
      select json_agg(json_build_object(
        'key', s.key, 'title', s.title, 'status', s.status, 'start', s.start, 'end', s."end") order by s.start, s.id)
      from recommendations s where s.paragraph_id = r.paragraph_id),
    'place', (
      select count(*) from recommendations b
      where b.document_id = r.document_id and (b.ordinal, b.start, b.id) <= (r.ordinal, r.start, r.id)),
    'places', (select count(*) from recommendations b where b.document_id = r.document_id),
    'previous', ${neighbour('<')},
    'next', ${neighbour('>')},
    'byStatus', coalesce((
      select json_object_agg(s.status, s.count)
      from (select status, count(*) from assignments where recommendation_id = r.id group by status) s), '{}'),
    'overdue', ${due('a.due_on < $5')},
    'upcoming', ${due('a.due_on >= $5')},
    'rows', ${rowsJson('$4', '$6::uuid', '$7', '$9')},
    'groups', ${groupsJson('$5')},
    'notes', ${notesJson(readable, readableParent, 'turned.newer')},
    'notesPage', turned.newer / ${notesAtATime},
    'newestNotes', case when turned.newer = 0 then '[]' else
      ${notesJson(`n.withdrawn_at is null and ${readable}`, readableParent, '0', mostNewest)} end,
    'noteCount', (
      select count(*) from annotations n
      where n.recommendation_id = r.id and n.withdrawn_at is null and ${readable}),
    'olderNotes', (
      select greatest(count(*) - turned.newer - ${notesAtATime}, 0) from annotations n
      where n.recommendation_id = r.id and ${readable}),
    'changes', ${changesOf('$2', '$3', '$4')},
    'followed', exists (select from follows f where f.user_id = $12 and f.recommendation_id = r.id),
    'unread', exists (
      select from notifications
      where user_id = $12 and recommendation_id = r.id and assignment_id is null and read_at is null))) as whole,
    (select coalesce(json_agg(related), '[]') from (${relatedSql}) related) as related
  from recommendations r ${recommendationJoins} ${citing('$11')}
  cross join lateral (select ${newerThan(readable, '$10', '$8')} as newer) turned
  where r.key = $1 and ${documentVisible('$2')}`

/** Returns a recommendation as its page shows it. */
export async function findRecommendationView(
  actor: Actor,
  key: string,
  opened: Opened = {},
): Promise<RecommendationView | undefined> {
  const { assignment, group = null, members = 0, notes = 0, note } = opened
  const values = [
    key,
    keepsTheRecord(actor),
    ...audiencesOf(actor),
    shownDay(),
    ExistingId.parse(assignment),
    group,
    notes,
    members * membersAtATime,
    ExistingId.parse(note),
    citationWords(),
    actor.id,
  ]
  const rows = await readNamed<{ whole: Omit<RecommendationView, 'related'>; related: Related[] }>({
    name: 'recommendation-whole',
    text: recommendationViewSql,
    values,
  })
  const [row] = rows
  return row && { ...row.whole, notes: fitAnnotations(row.whole.notes, note), related: row.related }
}

/** Returns an assignment of a recommendation in its place, which says what can be done with it now. */
export const placeOfRow = (whole: RecommendationView, row: Row): AssignmentInPlace => ({
  assignment: row.assignment,
  recommendationClosed: whole.closure !== undefined,
  documentArchived: whole.archived,
  organizationArchived: row.organizationArchived === true,
})
