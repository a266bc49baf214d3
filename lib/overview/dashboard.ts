import 'server-only'
import { chronicleOf, type Entry } from '@/lib/history/chronicle'
import type { Actor } from '@/lib/people/actor'
import { daysAfter, today } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { soonWithin } from '@/lib/recommendations/filters'
import { type Asked, type MyWork, myWork } from './my-work'
import { type AssignmentTallies, type RecommendationTally, tallyAssignments, tallyRecommendations } from './tallies'

/** An assignment that is overdue, the longest first. */
export type Late = {
  recommendation: Asked
  assignment: { id: string; dueOn: string; organization: { slug: string; name: string }; owner?: string }
}

export type Dashboard = {
  /** The day that is counted from, YYYY-MM-DD. */
  today: string
  recommendations: RecommendationTally
  assignments: AssignmentTallies['all']
  organizations: AssignmentTallies['organizations']
  groups: AssignmentTallies['groups']
  own: AssignmentTallies['own']
  late: Late[]
  work: MyWork
  /** What changed lately, as far as the reader may hear of it. */
  changed: Entry[]
}

/** Everything that one wants to know at one look. */
export async function dashboard(actor: Actor): Promise<Dashboard> {
  const day = today()
  const days = { today: day, soon: daysAfter(day, soonWithin) }
  const [recommendations, { all, ...parties }, late, work, { entries }] = await Promise.all([
    tallyRecommendations(days),
    tallyAssignments(days, actor.organizationIds),
    longestOverdue(day),
    myWork(actor),
    chronicleOf(actor, { limit: 6 }),
  ])
  return { today: day, recommendations, assignments: all, ...parties, late, work, changed: entries.slice(0, 6) }
}

const late = `
  select json_strip_nulls(json_build_object(
    'recommendation', json_build_object('key', r.key, 'code', d.code, 'title', r.title, 'quote', r.quote),
    'assignment', json_build_object('id', a.id, 'dueOn', a.due_on, 'owner', u.name,
      'organization', json_build_object('slug', o.slug, 'name', o.name)))) as late
  from assignments a
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  join organizations o on o.id = a.organization_id
  left join users u on u.id = a.owner_id
  where a.status in ('not_started', 'in_progress', 'partially_implemented') and a.due_on < $1::date
    and r.closure is null and d.archived_at is null
  order by a.due_on, a.recommendation_id
  limit 5`

async function longestOverdue(day: string): Promise<Late[]> {
  const { rows } = await pool.query<{ late: Late }>({ name: 'longest-overdue', text: late, values: [day] })
  return rows.map((row) => row.late)
}
