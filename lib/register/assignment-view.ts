import 'server-only'
import { type AssignmentInPlace, reportableProgress } from '@/lib/assignments/possible-changes'
import { type UnansweredCycle, unansweredCyclesJson } from '@/lib/cycles/cycle-rules-sql'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import {
  type Assignment,
  assignmentJoins,
  assignmentJsonFor,
  documentJson,
  paragraphJson,
  type Recommendation,
  recommendationJoins,
} from '@/lib/domain/answer-shapes'
import { audiencesOf, mayReadRow } from '@/lib/domain/audience'
import { citation, citationWords, citing } from '@/lib/domain/citation'
import { type Imported, importedFrom } from '@/lib/domain/imported-row'
import { lastReminderJson, type Reminder } from '@/lib/domain/last-reminder'
import { wroteReportOf } from '@/lib/domain/reports-sql'
import { documentVisible } from '@/lib/domain/visibility'
import { type Evidence, evidenceOf } from '@/lib/evidence/queries'
import { knows } from '@/lib/people/policy'
import { type Action, planJson } from '@/lib/plans/queries'
import { readNamed } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { type Answer, answersJson } from './answers'
import { type Closing, closingJson } from './closing'
import { type DateChange, dateChangesJson } from './date-changes'
import { type Report, reportCount, reportsJson, submittedAfter } from './reports'

/** The fields of the recommendation that the page of an assignment shows. */
type RecommendationPart = Pick<
  Recommendation,
  'key' | 'citation' | 'title' | 'quote' | 'status' | 'closure' | 'document' | 'paragraph'
>

/** An assignment with everything that its page shows. */
export type AssignmentView = {
  assignment: Assignment
  organizationId: string
  /** Set if it was imported from a spreadsheet. */
  imported?: Imported
  recommendation: RecommendationPart
  /** The start of the quote, in code points of the paragraph's text. */
  start: number
  text: string
  /** The text of the parent paragraph. */
  above?: string
  language: string
  archived: boolean
  organizationArchived: boolean
  closing?: Closing
  /** A page of its reports, the earliest first. */
  reports: Report[]
  reportCount: number
  /** When the first report after this page was submitted. Absent if there is none. */
  olderReportAt?: string
  /** The changes of the due date after the first one, and the requests for one, the newest first. */
  dates: DateChange[]
  /** The open reporting cycles that ask for it and that it has not answered. */
  cycles?: UnansweredCycle[]
  /** What the organization answered, the newest first. */
  answers: Answer[]
  /** The steps that the organization plans, in their order. */
  plan: Action[]
  /** The evidence that the reader may read, the newest first. */
  evidence: Evidence[]
  lastReminder?: Reminder
  /** Whether someone has begun a draft of a report, which keeps the assignment from being removed. */
  drafted: boolean
  /** Whether the reader wrote one of the reports, or the draft of one. */
  reported: boolean
  /** The number of annotations of the recommendation that the reader may read. */
  annotationCount: number
}

/**
 * SQL: the assignment $1; $2: whether the reader $5 keeps the record; $3 and $4: the audiences that they may read; $6:
 * the words of a citation; $7 reports after $8 newer ones.
 */
const assignmentViewSql = `
  select json_strip_nulls(json_build_object(
    'assignment', ${assignmentJsonFor(knows('u', '$2', '$5::uuid', '$4'))},
    'organizationId', a.organization_id,
    'imported', ${importedFrom('a.id')},
    'recommendation', json_build_object('key', r.key, 'citation', ${citation}, 'title', r.title, 'quote', r.quote,
      'status', r.status, 'closure', r.closure, 'document', ${documentJson}, 'paragraph', ${paragraphJson}),
    'start', r.start,
    'text', p.text,
    'above', pp.text,
    'language', d.language,
    'archived', d.archived_at is not null,
    'organizationArchived', o.archived_at is not null,
    'closing', ${closingJson('a')},
    'reports', ${reportsJson('$7', '$8')},
    'reportCount', ${reportCount},
    'olderReportAt', ${submittedAfter('$7', '$8')},
    'dates', ${dateChangesJson},
    'cycles', ${unansweredCyclesJson},
    'answers', ${answersJson},
    'plan', ${planJson},
    'evidence', ${evidenceOf('$3', '$4')},
    'lastReminder', ${lastReminderJson},
    'drafted', exists (select from report_drafts dr where dr.assignment_id = a.id),
    'reported', ${wroteReportOf('$5::uuid')},
    'annotationCount', (
      select count(*) from annotations n
      where n.recommendation_id = r.id and n.withdrawn_at is null and ${mayReadRow('n', '$3', '$4')}))) as view
  from assignments a ${assignmentJoins}
  join recommendations r on r.id = a.recommendation_id ${recommendationJoins} ${citing('$6')}
  where a.id = $1 and ${documentVisible('$2')}`

/** The number of reports on a page. */
export const reportsAtATime = 20

type Wanted = { limit?: number; newer?: number }

/** Returns an assignment as its page shows it, with its latest reports after `newer` newer ones. */
export async function findAssignmentView(
  actor: Actor,
  id: string,
  { limit = reportsAtATime, newer = 0 }: Wanted = {},
): Promise<AssignmentView | undefined> {
  const values = [
    ExistingId.parse(id),
    keepsTheRecord(actor),
    ...audiencesOf(actor),
    actor.id,
    citationWords(),
    limit,
    newer,
  ]
  const rows = await readNamed<{ view: AssignmentView }>({
    name: 'assignment-view',
    text: assignmentViewSql,
    values,
  })
  return rows[0]?.view
}

/** Returns the assignment in its place, which says what can be done with it now. */
export const placeOf = ({ recommendation, archived, ...view }: AssignmentView): AssignmentInPlace => ({
  ...view,
  recommendationClosed: recommendation.closure !== undefined,
  documentArchived: archived,
})

/** Returns whether reports on the assignment are accepted now. */
export const takesReports = (view: AssignmentView) => reportableProgress(placeOf(view)).length > 0
