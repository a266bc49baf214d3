import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { soonWithin } from '@/lib/domain/due-dates'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import type { EventPlace } from '@/lib/history/event-place'
import { daysAfter } from '@/lib/platform/clock'
import { readByIndex } from '@/lib/platform/db'
import { shownDay } from '@/lib/platform/shown-day'
import { countsOf } from '@/lib/register/counts'
import { type Attention, attention } from './attention'
import { type GroupTotals, type PartyTotals, partiesOf } from './organization-figures'
import {
  type AssignmentTotals,
  dueSoon,
  type RecommendationTotals,
  recommendationTotals,
  totalsOf,
} from './status-totals'

/** The details of a document in one line. */
export type Source = { code: string; title: string; date?: string }

/** The counts of recommendations and assignments by status, and of what is overdue, are those right after the event. */
export type Figures = EventPlace & {
  /** YYYY-MM-DD */
  today: string
  /** Equal to `today`. A trend has its day under this name. */
  asOf: string
  /** The documents that were added last, at most three. */
  documents: Source[]
  /** The number of all documents. */
  documentTotal: number
  /** Whether there are archived documents. Only for readers who can restore them. */
  archived?: true
  recommendations: RecommendationTotals
  assignments: AssignmentTotals
  /** The organizations with most unfinished assignments. */
  organizations: PartyTotals[]
  groups: GroupTotals[]
  /** The reader's organizations. */
  own: PartyTotals[]
  attention: { overdue: Attention[]; soon: Attention[]; unassigned: Attention[] }
}

/** SQL: the figures of the day $1, with what is due by the day $2; $3: whether the reader keeps the record. */
const figuresSql = `
  with due_soon as (${dueSoon})
  select json_strip_nulls(json_build_object(
    'documents', coalesce((
      select json_agg(json_build_object('code', code, 'title', title, 'date', dated) order by id desc)
      from (select * from documents where archived_at is null order by id desc limit 3) d), '[]'),
    'documentTotal', (select count(*) from documents) - (select count(*) from documents where archived_at is not null),
    'archived', case when $3 and exists (select from documents where archived_at is not null) then true end,
    'attention', ${attention})) as read,
    (select assignments from due_soon) as "assignmentsSoon", (select recommendations from due_soon) as "recommendationsSoon"`

type Row = {
  read: Pick<Figures, 'documents' | 'documentTotal' | 'archived' | 'attention'>
  assignmentsSoon: number
  recommendationsSoon: number
}

/** Returns the figures as JSON text. */
export function figuresAsJson(actor: Actor): Promise<string> {
  const day = shownDay()
  const { organizationIds } = actor
  return figuresFor({ day, soon: daysAfter(day, soonWithin), organizationIds, keepsTheRecord: keepsTheRecord(actor) })
}

type Query = { day: string; soon: string; organizationIds: readonly string[]; keepsTheRecord: boolean }

const figuresFor = cacheUntilNextEvent(async ({ day, soon, organizationIds, keepsTheRecord }: Query) => {
  const [counts, [row]] = await Promise.all([
    countsOf(day),
    readByIndex<Row>({ name: 'dashboard', text: figuresSql, values: [day, soon, keepsTheRecord] }),
  ])
  if (!row) throw new Error('The figures of the dashboard came back empty.')
  const { last, recommendations, assignments } = counts
  const figures: Figures = {
    ...last,
    today: day,
    asOf: day,
    ...row.read,
    recommendations: recommendationTotals(recommendations, row.recommendationsSoon),
    assignments: { ...totalsOf(assignments), soon: row.assignmentsSoon },
    ...(await partiesOf(assignments, organizationIds)),
  }
  return JSON.stringify(figures)
})
