import 'server-only'
import { z } from 'zod'
import { answersFor, mayReportOn } from '@/lib/assignments/policy'
import { type Assignment, assignmentHeld, findAssignment } from '@/lib/assignments/queries'
import type { Actor } from '@/lib/domain/actor'
import { EvidenceIds } from '@/lib/evidence/name-evidence'
import { dateOf } from '@/lib/history/explain-dates'
import { letterFields } from '@/lib/history/letters'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn, type Transaction } from '@/lib/platform/db'
import { ExistingId, NewRowId } from '@/lib/platform/id'
import {
  conflict,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { isKeepable, writtenDay } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import type { ReportDraft as Row } from '@/prisma/generated/client'
import { Progress } from '@/prisma/generated/enums'
import { findReportDraft, findReportDraftOf, follows } from './report-drafts'

/** What was typed so far, which may be incomplete. Fields that are left out keep their values. */
const typed = {
  progress: z.enum(Progress, 'progress_missing').nullable().optional(),
  narrative: z
    .string('narrative_missing')
    .max(20_000, 'text_too_long')
    .refine(isKeepable, 'text_unreadable')
    .optional(),
  asOf: writtenDay('as_of_unreadable', { latest: '9999-12-31' }).nullable().optional(),
  evidence: EvidenceIds,
  letterOn: letterFields.letterOn.nullable(),
  letter: letterFields.letter.nullable(),
}

const Save = z.strictObject({
  id: NewRowId,
  assignmentId: ExistingId,
  /** The version of the draft that its writer saw. Left out by those who saw none. */
  version: Version.optional(),
  /** The form that saves by itself, and the number of this save. */
  savedFrom: z.uuid('field_unreadable').optional(),
  saveNumber: z.coerce
    .number('field_unreadable')
    .int('field_unreadable')
    .min(1, 'field_unreadable')
    .max(2 ** 31 - 1, 'field_unreadable')
    .optional(),
  ...typed,
})

const Edit = z.strictObject({ id: ExistingId, version: Version, ...typed })

type Save = z.infer<typeof Save>
type Typed = Pick<Save, keyof typeof typed>

/** `overtakenBy` is the number of a later save of the same form, after which this one changed nothing. */
export type SavedDraft = {
  id: string
  state: 'draft'
  version: number
  savedAt: string
  assignment: Assignment
  overtakenBy?: number
}

/**
 * Saves what was typed for a report. If someone else has saved the draft since its writer saw it, saves nothing. A draft
 * is not part of the record, so it leaves no event, and it can be saved in every state of its assignment: what was typed
 * is lost in none. Refusals: `assignment_not_found`, `report_forbidden`, `letter_not_on_behalf`, `report_draft_submitted`,
 * `report_draft_gone`, `report_draft_changed`, whose current assignment has the draft.
 */
export async function saveReportDraft(actor: Actor, input: unknown): Promise<Result<SavedDraft>> {
  const parsed = Save.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const found = await findAssignment(actor, parsed.data.assignmentId)
  if (!found) return notFound('assignment_not_found')

  if (!mayReportOn(actor, found)) {
    return forbidden('report_forbidden', { organization: found.assignment.organization.name })
  }
  const onBehalf = !answersFor(actor, found)
  if (!onBehalf && (parsed.data.letterOn ?? parsed.data.letter)) return invalidField('letterOn', 'letter_not_on_behalf')
  const saved = await inWriterTurn(() => db.$transaction((tx) => write(tx, actor, parsed.data, onBehalf)))
  return saved.ok || saved.code !== 'report_draft_changed' ? saved : withDraft(actor, found.assignment)
}

/** Saves a draft by its ID. Refusals: `report_not_found`, and those of `saveReportDraft`. */
export async function editReportDraft(actor: Actor, input: unknown): Promise<Result<SavedDraft>> {
  const parsed = Edit.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const found = await findReportDraft(actor, parsed.data.id)
  if (!found) return notFound('report_not_found')

  return saveReportDraft(actor, { ...parsed.data, assignmentId: found.assignmentId })
}

async function write(tx: Transaction, actor: Actor, save: Save, onBehalf: boolean): Promise<Result<SavedDraft>> {
  const { id, assignmentId, version, savedFrom = null, saveNumber = null } = save
  // The lock keeps a late save from bringing back a draft that is being submitted.
  const held = await assignmentHeld(tx, assignmentId)
  if (!held) return notFound('assignment_not_found')
  if (await tx.progressReport.findUnique({ where: { id }, select: { id: true } })) {
    return conflict('report_draft_submitted', held)
  }
  const before = await tx.reportDraft.findUnique({ where: { assignmentId_onBehalf: { assignmentId, onBehalf } } })
  const values = { ...valuesOf(save), savedById: actor.id, savedAt: now(), savedFrom, saveNumber }
  if (!before) {
    if (version !== undefined) return conflict('report_draft_gone', held)
    const data = { narrative: '', ...values, id, assignmentId, onBehalf, writers: [actor.id] }
    return ok(saved(await tx.reportDraft.create({ data }), held))
  }
  if (hasValues(before, save)) return unchanged(saved(before, held))
  if (isLate(before, save)) return unchanged({ ...saved(before, held), overtakenBy: before.saveNumber ?? 0 })
  if (!follows(before, save)) return conflict('report_draft_changed', held)
  const writers = [...new Set([...before.writers, actor.id])]
  const data = { ...values, writers, version: { increment: 1 } }
  return ok(saved(await tx.reportDraft.update({ where: { id: before.id }, data }), held))
}

const saved = ({ id, version, savedAt }: Row, assignment: Assignment): SavedDraft => ({
  id,
  state: 'draft',
  version,
  savedAt: savedAt.toISOString(),
  assignment,
})

const valuesOf = ({ progress, narrative, asOf, evidence, letterOn, letter }: Typed) => ({
  ...(progress !== undefined && { progress }),
  ...(narrative !== undefined && { narrative }),
  ...(asOf !== undefined && { asOf: dateOf(asOf) }),
  ...(evidence && { evidence }),
  ...(letterOn !== undefined && { letterOn: dateOf(letterOn) }),
  ...(letter !== undefined && { letterId: letter }),
})

/** Returns whether the draft contains what was typed already. */
function hasValues(draft: Row, typed: Typed) {
  const text = (value: unknown) => JSON.stringify(value ?? null)
  const current: Record<string, unknown> = draft
  return Object.entries(valuesOf(typed)).every(([name, value]) => text(value) === text(current[name]))
}

/** Returns whether the form has already saved something later, which overtook this save. */
const isLate = (draft: Row, { savedFrom, saveNumber = 0 }: Save) =>
  savedFrom !== undefined && draft.savedFrom === savedFrom && saveNumber <= (draft.saveNumber ?? 0)

/** Refuses a save or a report, and gives the draft that is there now. */
export async function withDraft(actor: Actor, assignment: Assignment) {
  const draft = await findReportDraftOf(actor, assignment.id)
  return conflict('report_draft_changed', { ...assignment, ...(draft && { draft }) })
}
