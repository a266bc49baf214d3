import 'server-only'
import type { Assignment } from '@/lib/domain/answer-shapes'
import { beforeAll, type EventPlace, lastEventPlace } from '@/lib/history/event-place'
import { readNamed } from '@/lib/platform/db'
import { atOneMoment, rowsInParts } from '@/lib/platform/one-moment'
import type { PastDay } from '@/lib/platform/shown-day'
import { allAssignmentIdsOf, assignmentRowsOf } from '@/lib/register/assignment-list'
import { type ExportRow, exportRowsOf } from '@/lib/register/export-rows'
import { allIdsOf } from '@/lib/register/list'
import type { Scope } from '@/lib/register/scope'
import type { Definition } from './definition'
import { type Bounds, PublicationTooLarge } from './limits'
import { evidenceNamed, type QuotedReport, reportsQuoted } from './reported-sql'

/** An assignment with what everyone signed in may read of it. */
export type Reported = { key: string; assignment: Assignment; reports: QuotedReport[]; evidence: string[] }

/** What the register says at one moment of what a report is about, in the order of the texts. */
export type Snapshot = { last: EventPlace; recommendations: ExportRow[]; assignments: Reported[] }

type Wanted = {
  definition: Definition
  scope: Scope
  past: PastDay | undefined
  bounds: Bounds
  /** Told how much was read, from 0 to 1. */
  onProgress: (share: number) => void
}

const atATime = 500

/**
 * Reads everything that a report contains. The present state is read again if a change that began before its last event
 * was saved after it, so that the state right after that event can be found by its moment later.
 */
export async function readSettled(wanted: Wanted): Promise<Snapshot> {
  for (let attempt = 1; ; attempt++) {
    const snapshot = await readRegister(wanted)
    if (wanted.past || attempt === 3 || !(await wasOvertaken(snapshot.last))) return snapshot
  }
}

/** SQL: whether an event after the number $1 has a moment of an event up to it. */
const overtakenSql = `
  select exists (select from events later where later.seq > $1
    and later.at <= (select at from events where seq <= $1 order by at desc limit 1)) as overtaken`

async function wasOvertaken({ seq }: EventPlace): Promise<boolean> {
  const rows = await readNamed<{ overtaken: boolean }>({
    name: 'publication-overtaken',
    text: overtakenSql,
    values: [seq],
  })
  return rows[0]?.overtaken ?? false
}

/** Reads everything that a report contains in one moment: the present one, or the end of a past day. */
export async function readRegister(wanted: Wanted): Promise<Snapshot> {
  const parts = atOneMoment(wanted.past, async function* () {
    yield await readAll(wanted)
  })
  for await (const snapshot of parts) return snapshot
  throw new Error('The register could not be read.')
}

async function readAll({ definition, scope, bounds, onProgress }: Wanted): Promise<Snapshot> {
  const { recommendation } = definition.scope
  const [last = beforeAll] = await readNamed<EventPlace>({ name: 'publication-last', text: lastEventPlace })

  const recommendations: ExportRow[] = []
  for await (const ids of recommendation ? idsOf(recommendationSql, recommendation) : allIdsOf(scope, atATime)) {
    recommendations.push(...(await exportRowsOf(ids)))
    if (recommendations.length > bounds.recommendations) throw new PublicationTooLarge()
    onProgress(Math.min(recommendations.length / 2000, 0.2))
  }
  const assignments: Reported[] = []
  for await (const ids of recommendation ? idsOf(assignmentsSql, recommendation) : allAssignmentIdsOf(scope, atATime)) {
    assignments.push(...(await reportedIn(ids, definition, bounds)))
    if (assignments.length > bounds.assignments) throw new PublicationTooLarge()
    onProgress(0.2 + Math.min(assignments.length / bounds.assignments, 1) * 0.5)
  }
  return { last, recommendations, assignments }
}

/** SQL: the recommendation with the key $1, unless its document is archived. */
const recommendationSql = `
  select r.id from recommendations r join documents d on d.id = r.document_id
  where r.key = $1 and d.archived_at is null`

/** SQL: the assignments of the recommendation with the key $1, the lead first. */
const assignmentsSql = `
  select a.id from assignments a join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id join organizations o on o.id = a.organization_id
  where r.key = $1 and d.archived_at is null order by a.role, o.name, a.id`

async function* idsOf(text: string, key: string): AsyncGenerator<string[]> {
  for await (const rows of rowsInParts<{ id: string }>({ text, values: [key] }, atATime)) {
    yield rows.map(({ id }) => id)
  }
}

/** A dossier has all reports of its assignments, and any other report the latest one of each. Public ones have none. */
async function reportedIn(ids: string[], { scope, content }: Definition, bounds: Bounds): Promise<Reported[]> {
  const isPublic = content === 'public'
  const rows = await assignmentRowsOf(ids)
  const reports = isPublic ? undefined : await reportsQuoted(ids, scope.recommendation ? bounds.reportsOfEach : 1)
  const evidence = isPublic ? undefined : await evidenceNamed(ids)
  return rows.map(({ recommendation, assignment }) => ({
    key: recommendation.key,
    assignment,
    reports: reports?.get(assignment.id) ?? [],
    evidence: evidence?.get(assignment.id) ?? [],
  }))
}
