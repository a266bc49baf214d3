import 'server-only'
import { whileUnchanged } from '@/lib/history/while-unchanged'
import { type Actor, keepsTheRecord } from '@/lib/people/actor'
import { daysAfter, today } from '@/lib/platform/clock'
import { readByIndex } from '@/lib/platform/db'
import { soonWithin } from '@/lib/recommendations/filters'
import { type Attention, attention } from './attention'
import {
  type AssignmentTally,
  assignmentTally,
  dueSoon,
  type GroupTally,
  groupTallies,
  organizationTallies,
  owed,
  ownTallies,
  type PartyTally,
  type RecommendationTally,
  recommendationTally,
  recommended,
} from './tallies'

/** A document, in a line. */
export type Source = { code: string; title: string; date?: string }

export type Figures = {
  /** YYYY-MM-DD */
  today: string
  /** Those added last: three at most. */
  documents: Source[]
  /** How many there are. */
  documentTotal: number
  /** Said to who may bring them back: some are archived. */
  archived?: true
  recommendations: RecommendationTally
  assignments: AssignmentTally
  /** Those with most still to do. */
  organizations: PartyTally[]
  groups: GroupTally[]
  /** The reader's own. */
  own: PartyTally[]
  attention: { overdue: Attention[]; soon: Attention[]; unassigned: Attention[] }
}

const text = `
  with recommended as materialized (${recommended}),
  owed as materialized (${owed}),
  due_soon as materialized (${dueSoon})
  select json_strip_nulls(json_build_object(
    'today', $1::date,
    'documents', coalesce((
      select json_agg(json_build_object('code', code, 'title', title, 'date', dated) order by id desc)
      from (select * from documents where archived_at is null order by id desc limit 3) d), '[]'),
    'documentTotal', (select count(*) from documents) - (select count(*) from documents where archived_at is not null),
    'archived', case when $4 and exists (select from documents where archived_at is not null) then true end,
    'recommendations', ${recommendationTally},
    'assignments', ${assignmentTally},
    'organizations', ${organizationTallies},
    'groups', ${groupTallies},
    'own', ${ownTallies},
    'attention', ${attention}))::text as figures`

/** How things stand, as text: made by the database in one statement. */
export function figuresAsJson(actor: Actor): Promise<string> {
  const day = today()
  return figuresFor([day, daysAfter(day, soonWithin), actor.organizationIds, keepsTheRecord(actor)])
}

const figuresFor = whileUnchanged(async (values: unknown[]) => {
  const [row] = await readByIndex<{ figures: string }>({ name: 'dashboard', text, values })
  return row?.figures ?? '{}'
})
