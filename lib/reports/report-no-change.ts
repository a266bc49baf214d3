import 'server-only'
import { z } from 'zod'
import { answersFor, mayReportOn } from '@/lib/assignments/policy'
import { keepsProgress, wasReportedToday } from '@/lib/assignments/possible-changes'
import { type Assignment, assignmentHeld, assignmentThere, findAssignment } from '@/lib/assignments/queries'
import { refusesWorkOn } from '@/lib/assignments/refuses-work'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { hashed, newSalt } from '@/lib/history/events'
import { dayOf } from '@/lib/platform/clock'
import type { Transaction } from '@/lib/platform/db'
import { ExistingId, NewRowId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { type Reported, submitted } from './sent-report'

const NoChange = z.strictObject({ id: NewRowId, assignmentId: ExistingId, version: Version.optional() })

type NoChange = z.infer<typeof NoChange>

/**
 * Reports that nothing has changed since the last report that says what was done. The progress stays. Returns the
 * report's ID and the assignment with it. Refusals: `assignment_not_found`, `report_forbidden`, `report_sent_before`,
 * `assignment_closed`, `assignment_changed`, `recommendation_closed`, `document_archived`,
 * `report_no_change_implemented`, `report_no_change_first`, `report_no_change_today`.
 */
export async function reportNoChange(actor: Actor, input: unknown): Promise<Result<Reported>> {
  const parsed = NoChange.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, assignmentId, version } = parsed.data

  const found = await findAssignment(actor, assignmentId)
  if (!found) return notFound('assignment_not_found')

  if (!mayReportOn(actor, found)) {
    return forbidden('report_forbidden', { organization: found.assignment.organization.name })
  }
  return change(actor, async (change) => {
    const held = await assignmentHeld(change.tx, assignmentId)
    if (!held) return notFound('assignment_not_found')
    const sent = await sentBefore(change.tx, actor, parsed.data, held)
    if (sent) return sent
    const refused = await refusesWorkOn(change.tx, found.recommendationId, held)
    if (refused) return refused
    if (held.closure) return conflict('assignment_closed', held)
    if (version !== undefined && version !== held.version) return conflict('assignment_changed', held)
    if (!keepsProgress(held)) return conflict('report_no_change_implemented', held)
    const last = await lastAccount(change.tx, assignmentId)
    if (!last) return conflict('report_no_change_first', held)
    if (wasReportedToday(held)) return conflict('report_no_change_today', held)

    const of = { onBehalf: !answersFor(actor, found), recommendationId: found.recommendationId, held }
    await write(change, actor, { ...of, id, since: last.asOf })
    return ok(submitted(id, await assignmentThere(change.tx, assignmentId)))
  })
}

/** A double click or a repeated request is one report. */
async function sentBefore(tx: Transaction, actor: Actor, { id, assignmentId }: NoChange, held: Assignment) {
  const sent = await tx.progressReport.findUnique({ where: { id } })
  if (!sent) return undefined
  const same = sent.authorId === actor.id && sent.assignmentId === assignmentId && sent.unchangedSince !== null
  return same ? unchanged(submitted(id, held)) : conflict('report_sent_before', held)
}

/** Returns the last report that says what was done. */
const lastAccount = (tx: Transaction, assignmentId: string) =>
  tx.progressReport.findFirst({
    where: { assignmentId, state: 'submitted', unchangedSince: null },
    orderBy: { number: 'desc' },
    select: { asOf: true },
  })

type Of = { onBehalf: boolean; recommendationId: string; held: Assignment; id: string; since: Date }

async function write(change: Change, actor: Actor, { onBehalf, recommendationId, held, id, since }: Of) {
  const { tx, now, record } = change
  const { id: assignmentId, progress, verification } = held
  const [asOf, salt] = [dayOf(now), newSalt()]
  const report = { id, assignmentId, progress, narrative: '', salt, authorId: actor.id, onBehalf }
  const days = { asOf: new Date(asOf), unchangedSince: since, submittedAt: now }
  await tx.progressReport.create({ data: { ...report, ...days, state: 'submitted' } })
  await tx.assignment.update({
    where: { id: assignmentId },
    data: { reportedAt: now, version: { increment: 1 } },
    select: { id: true },
  })
  const status = { progress, verification }
  const unchangedSince = since.toISOString().slice(0, 10)
  record({
    kind: 'assignment.reported',
    subjectId: assignmentId,
    recommendationId,
    body: { before: status, after: { ...status, asOf, onBehalf, report: hashed(id, '', salt), unchangedSince } },
  })
}
