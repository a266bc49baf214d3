import 'server-only'
import { z } from 'zod'
import { mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { today } from '@/lib/platform/clock'
import { readByOnePlan } from '@/lib/platform/db'
import { type WorkRecommendation, workRecommendation } from './work-sql'

/** A step of a plan that is not done although its due date has passed. Dates are YYYY-MM-DD. */
export type OverdueStep = {
  id: string
  title: string
  dueOn: string
  assignment: { id: string; organization: string }
  recommendation: WorkRecommendation
  /** Whether the reader may change it. */
  changes: boolean
}

export type OverdueSteps = { total: number; items: OverdueStep[] }

/** The place of a step in the list: its due date and its ID. */
export const StepPlace = z.tuple([z.iso.date().refine((date) => date >= '0001'), z.uuid()])
export type StepPlace = z.infer<typeof StepPlace>

export const beginningOfSteps: StepPlace = ['0001-01-01', '00000000-0000-0000-0000-000000000000']

/**
 * SQL: the overdue steps of the assignments of the person $1 and the organizations $2 on the day $3. Those of assignments
 * that the organization does not accept wait for a coordinator. With `offset 0`, the planner reads the steps of each
 * assignment, and not those of all.
 */
const late = `
  select ac.id, ac.title_id, ac.due_on, ac.assignment_id
  from assignments a
  cross join lateral (select * from actions where assignment_id = a.id offset 0) ac
  where (a.organization_id = any($2) or a.owner_id = $1)
    and ac.state in ('planned', 'under_way') and ac.due_on < $3::date
    and a.status not in ('verified', 'closed') and not (a.position = 'not_accepted' and ${pending})
    and a.organization_id not in (select id from organizations where archived_at is not null)
    and a.recommendation_id not in (select id from recommendations where closure is not null)
    and a.recommendation_id not in (select id from recommendations where document_id in ${archivedDocuments})`

/** SQL: the first $4 of these steps after the day $5 and the ID $6, the earliest due date first, with the number of them all. */
const stepsSql = `
  with late as materialized (${late})
  select (select count(*)::int from late) as total,
    coalesce((
      select json_agg(json_build_object(
        'organizationId', a.organization_id,
        'step', json_build_object('id', l.id, 'title', s.text, 'dueOn', l.due_on,
          'assignment', json_build_object('id', a.id, 'organization', o.name),
          'recommendation', ${workRecommendation})) order by l.due_on, l.id)
      from (select * from late where (due_on, id) > ($5::date, $6::uuid) order by due_on, id limit $4) l
      join reasons s on s.id = l.title_id
      join assignments a on a.id = l.assignment_id
      join organizations o on o.id = a.organization_id
      join recommendations r on r.id = a.recommendation_id
      join documents d on d.id = r.document_id), '[]') as items`

type Row = { total: number; items: { organizationId: string; step: Omit<OverdueStep, 'changes'> }[] }

/** Returns the overdue steps in the plans of a person and of their organizations, the earliest due date first. */
export async function overdueSteps(
  actor: Actor,
  { from, limit }: { from: StepPlace; limit: number },
): Promise<OverdueSteps> {
  const { total, items } = await stepsOn([actor.id, actor.organizationIds, today(), limit, ...from])
  return {
    total,
    items: items.map(({ organizationId, step }) => ({ ...step, changes: mayReportOn(actor, { organizationId }) })),
  }
}

type Values = [id: string, organizationIds: readonly string[], today: string, limit: number, ...StepPlace]

const stepsOn = cacheUntilNextEvent(async (values: Values): Promise<Row> => {
  const [row] = await readByOnePlan<Row>({ name: 'overdue-steps', text: stepsSql, values: [...values] })
  return row ?? { total: 0, items: [] }
})
